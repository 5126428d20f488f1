package io.spindle.gateway.cli.command;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/**
 * Flags made of settings, a group of the usage text per section. They are plain texts to the parser: their values are
 * read where those of the environment are, so that all faults come together.
 */
public final class SettingOptions {
    /** As Centrifugo has them. */
    private static final Map<String, String> LETTERS = Map.of("http_server.port", "-p", "http_server.address", "-a");

    private SettingOptions() {}

    public static void add(CommandSpec command, List<Setting<?>> settings) {
        for (Section section : Section.values()) {
            List<OptionSpec> options = new ArrayList<>();
            for (Setting<?> setting : settings) {
                if (setting.section() == section) {
                    options.add(value(setting, List.of(setting.flag()), false));
                    if (setting.kind().fromFile()) {
                        options.add(file(setting));
                    }
                }
            }
            if (!options.isEmpty()) {
                command.addArgGroup(group(section, options));
            }
        }
    }

    /**
     * Adds flags beside a configuration file, where each path is a flag, too: {@code --client.channel_limit}. The usage
     * text names only those of a start without one; there are hundreds.
     */
    public static void addBesideFile(CommandSpec command, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            command.addOption(value(setting, namesBesideFile(setting), true));
            if (setting.kind().fromFile()) {
                command.addOption(file(setting));
            }
        }
    }

    private static List<String> namesBesideFile(Setting<?> setting) {
        return Stream.of(
                        Stream.of(setting.flag(), "--" + setting.path()),
                        Stream.ofNullable(LETTERS.get(setting.path())))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The flags that were given, by their names. */
    public static Map<String, String> given(ParseResult result, List<Setting<?>> settings) {
        Map<String, String> flags = new HashMap<>();
        for (Setting<?> setting : settings) {
            for (String flag : List.of(setting.flag(), setting.fileFlag())) {
                if (result.hasMatchedOption(flag)) {
                    OptionSpec option = result.matchedOption(flag);
                    if (option.originalStringValues().size() > 1) {
                        // the parser's own check is off within groups: there, the last one would win in silence
                        throw new OverwrittenOptionException(
                                result.commandSpec().commandLine(), option, flag + " should be given once only");
                    }
                    flags.put(flag, option.getValue());
                }
            }
        }
        return flags;
    }

    private static ArgGroupSpec group(Section section, List<OptionSpec> options) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().validate(false).order(section.ordinal()).heading("%n" + section.title() + "%n");
        options.forEach(group::addArg);
        return group.build();
    }

    private static OptionSpec value(Setting<?> setting, List<String> names, boolean hidden) {
        String origin = "[" + setting.name()
                + setting.defaultText().map(text -> ", " + text).orElse("") + "]";
        OptionSpec.Builder option = OptionSpec.builder(names.toArray(String[]::new))
                .type(String.class)
                .hidden(hidden)
                .paramLabel(setting.kind().label())
                .description(setting.comment(), origin);
        if (setting.kind().isSwitch()) {
            option.arity("0..1").fallbackValue("true");
        }
        return option.build();
    }

    private static OptionSpec file(Setting<?> setting) {
        return OptionSpec.builder(setting.fileFlag())
                .type(String.class)
                .paramLabel("<file>")
                .description("The same, from a file.", "[" + setting.fileVariable() + "]")
                .build();
    }
}
