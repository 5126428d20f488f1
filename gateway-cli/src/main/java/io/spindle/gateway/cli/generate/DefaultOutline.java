package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import io.spindle.gateway.cli.settings.Disclosure;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Given;
import io.spindle.gateway.cli.settings.GoDuration;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.cli.settings.TextMap;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting at the root, with its value or its default; lists with the settings that their entries have. */
final class DefaultOutline {
    private static final String HIDDEN = " (The value is not shown.)";

    private final SettingValues values;
    private final boolean withSecrets;

    /** @param withSecrets whether values that are not to be shown are there all the same */
    DefaultOutline(Configuration configuration, boolean withSecrets) {
        this.values = configuration.values();
        this.withSecrets = withSecrets;
    }

    Outline outline() {
        Outline outline = new Outline();
        for (Setting<?> setting : ConfigOptions.table()) {
            if (setting.lacking().isEmpty() && !setting.hasNoEffect()) {
                put(outline, setting);
            }
        }
        for (EntryList list : ConfigOptions.ROOT.lists()) {
            outline.put(list.path(), items(values, list), list.comment());
        }
        return outline;
    }

    private void put(Outline outline, Setting<?> setting) {
        Setting<?> counting = setting.whereAFileIs();
        boolean hidden = !withSecrets
                && values.given(setting).isPresent()
                && setting.kind().disclosure() != Disclosure.FULL;
        FileValue value = hidden ? new Scalar("", false) : value(values, counting, setting);
        outline.put(setting.path(), value, setting.comment() + (hidden ? HIDDEN : ""));
    }

    private Items items(SettingValues in, EntryList list) {
        return new Items(
                in.entries(list).stream().map(entry -> entry(entry, list)).toList());
    }

    private FileValue entry(SettingValues in, EntryList list) {
        Map<String, FileValue> fields = new LinkedHashMap<>();
        for (Setting<?> setting : list.settings()) {
            boolean shown = withSecrets || setting.kind().disclosure() == Disclosure.FULL;
            if (in.given(setting).isPresent() && shown) {
                fields.put(setting.path(), value(in, setting, setting));
            }
        }
        for (EntryList inner : list.lists()) {
            if (!in.entries(inner).isEmpty()) {
                fields.put(inner.path(), items(in, inner));
            }
        }
        return new Fields(fields);
    }

    private static FileValue value(SettingValues in, Setting<?> counting, Setting<?> setting) {
        Object value = in.find(setting).map(Object.class::cast).orElse("");
        if (value instanceof List<?> list) {
            return new Items(list.stream()
                    .<FileValue>map(each -> new Scalar(String.valueOf(each), false))
                    .toList());
        }
        if (value instanceof TextMap map) {
            return pairs(map);
        }
        if (value instanceof Duration duration) {
            return new Scalar(text(duration), false);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Scalar(String.valueOf(value), value instanceof Number);
        }
        Optional<String> text = in.given(setting).map(Given::text).or(counting::defaultText);
        return text.<FileValue>map(each -> new Scalar(each, false))
                .orElseGet(() -> setting.kind().isList() ? new Items(List.of()) : new Scalar("", false));
    }

    private static String text(Duration duration) {
        return duration.toNanos() % 1_000_000 == 0 ? GoDuration.format(duration) : duration.toNanos() + "ns";
    }

    /** As a list of pairs, which keeps capitals and dots. */
    private static FileValue pairs(TextMap map) {
        return new Items(map.given().entrySet().stream()
                .<FileValue>map(each -> new Fields(
                        Map.of("key", new Scalar(each.getKey(), false), "value", new Scalar(each.getValue(), false))))
                .toList());
    }
}
