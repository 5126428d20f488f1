package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of the table of settings: whatever is read, described or printed about a setting comes from here.
 *
 * @param name its environment variable; the flag follows from it
 * @param aliases further variables of the same setting
 * @param defaultText what counts where nothing is given; absent if there is nothing that could
 * @param comment one sentence for the usage text and the reference
 */
public record Setting<T>(
        Section section,
        String name,
        List<String> aliases,
        Kind<T> kind,
        Optional<String> defaultText,
        String comment) {

    static final String CENTRIFUGO = "CENTRIFUGO_";
    static final String SPINDLE = "SPINDLE_";

    private static final String FILE = "_FILE";

    public Setting {
        aliases = List.copyOf(aliases);
    }

    static <T> Setting<T> of(Section section, String name, Kind<T> kind, String defaultText, String comment) {
        return new Setting<>(section, name, List.of(), kind, Optional.of(defaultText), comment);
    }

    static <T> Setting<T> optional(Section section, String name, Kind<T> kind, String comment) {
        return new Setting<>(section, name, List.of(), kind, Optional.empty(), comment);
    }

    Setting<T> alias(String... variables) {
        return new Setting<>(section, name, List.of(variables), kind, defaultText, comment);
    }

    /** The name of its flag: {@code --redis-url} for {@code REDIS_URL}, without the prefixes. */
    public String flag() {
        String path = name.startsWith(CENTRIFUGO)
                ? name.substring(CENTRIFUGO.length())
                : name.startsWith(SPINDLE) ? name.substring(SPINDLE.length()) : name;
        return "--" + path.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The flag that names a file with the value. */
    public String fileFlag() {
        return flag() + "-file";
    }

    /** All variables that set it; each of Centrifugo's names also works with our prefix. */
    List<String> variables() {
        return Stream.concat(Stream.of(name), aliases.stream())
                .flatMap(each -> each.startsWith(CENTRIFUGO)
                        ? Stream.of(each, SPINDLE + each.substring(CENTRIFUGO.length()))
                        : Stream.of(each))
                .distinct()
                .toList();
    }

    /** The variable that names a file with the value. */
    public String fileVariable() {
        return fileVariable(name);
    }

    static String fileVariable(String variable) {
        return variable + FILE;
    }
}
