package io.spindle.gateway.cli.settings;

import java.util.Optional;
import java.util.stream.Collectors;

/** The table of settings as Markdown, as it stands in the documentation. */
public final class SettingsReference {
    private SettingsReference() {}

    public static String markdown() {
        return AllSettings.TABLE.stream()
                .<Section>map(Setting::section)
                .distinct()
                .map(SettingsReference::chapter)
                .collect(Collectors.joining("\n"));
    }

    private static String chapter(Section section) {
        return AllSettings.TABLE.stream()
                .filter(setting -> setting.section() == section)
                .map(SettingsReference::row)
                .collect(Collectors.joining(
                        "",
                        "### " + section.title() + "\n\n"
                                + "| variable | flag | in a file | default | allowed | meaning |\n|---|---|---|---|---|---|\n",
                        ""));
    }

    private static String row(Setting<?> setting) {
        String variables = "`" + setting.name() + "`"
                + setting.aliases().stream()
                        .map(alias -> ", also `" + alias + "`")
                        .collect(Collectors.joining());
        String file = setting.kind().fromFile() ? "; may stand in a file" : "";
        return String.format(
                "| %s | `%s` | `%s` | %s | %s | %s |%n",
                variables,
                setting.flag(),
                setting.path(),
                shown(setting.defaultText()) + differently(setting),
                setting.kind().expected() + file,
                setting.comment());
    }

    private static String differently(Setting<?> setting) {
        Optional<String> beside = setting.whereAFileIs().defaultText();
        return beside.equals(setting.defaultText()) ? "" : "; " + shown(beside) + " beside a configuration file";
    }

    private static String shown(Optional<String> defaultText) {
        return defaultText.map(text -> "`" + text + "`").orElse("none");
    }
}
