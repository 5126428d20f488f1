package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.Optional;

/**
 * A list whose entries have settings of their own.
 *
 * @param path where it stands, from the root or from the entry that it is part of
 * @param nameSetting what an entry is called, where entries have names: then its settings are also variables
 * @param settings of an entry
 * @param lists within an entry
 */
public record EntryList(
        Section section,
        String path,
        Optional<Setting<String>> nameSetting,
        List<Setting<?>> settings,
        List<EntryList> lists,
        String comment) {
    public EntryList {
        settings = List.copyOf(settings);
        lists = List.copyOf(lists);
    }

    /** The variables that hold the list, as JSON or, if entries have names, as names. */
    public List<String> variables() {
        String rest = Setting.variablePart(path);
        return List.of(Setting.CENTRIFUGO + rest, Setting.SPINDLE + rest);
    }
}
