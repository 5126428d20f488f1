package io.spindle.gateway.cli.config.reference;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.util.List;

/**
 * A chapter of the reference.
 *
 * @param introduction where its settings stand
 */
record Chapter(String title, String introduction, List<Setting<?>> settings, List<EntryList> lists) {

    /** A block that stands in several places, by its own names. */
    static Chapter of(String title, String introduction, SettingBlock block) {
        List<Setting<?>> own = block.settings().stream()
                .filter(setting -> setting.section() == block.section())
                .toList();
        return new Chapter(title, introduction, own, block.lists());
    }

    /** What of a block belongs to a section. */
    static Chapter of(String title, SettingBlock root, Section section) {
        return new Chapter(
                title,
                "",
                root.settings().stream()
                        .filter(setting -> setting.section() == section)
                        .toList(),
                root.lists().stream().filter(list -> list.section() == section).toList());
    }
}
