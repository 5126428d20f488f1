package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of the table of settings: whatever is read, described or printed about a setting comes from here.
 *
 * @param path where it stands in a configuration file, in lower case with dots; within the entries of a list, from the
 *     entry on
 * @param name its environment variable; the flag follows from it
 * @param aliases further variables of the same setting
 * @param defaultText what counts where nothing is given; absent if there is nothing that could
 * @param comment one sentence for the usage text and the reference
 * @param withFile what is different in a start with a configuration file
 * @param lacking what it would do in Centrifugo, for a setting that the gateway only knows by its name
 */
public record Setting<T>(
        Section section,
        String path,
        String name,
        List<String> aliases,
        Kind<T> kind,
        Optional<String> defaultText,
        String comment,
        Optional<WithFile<T>> withFile,
        Optional<String> lacking) {

    static final String CENTRIFUGO = "CENTRIFUGO_";
    static final String SPINDLE = "SPINDLE_";

    private static final String FILE = "_FILE";

    public Setting {
        aliases = List.copyOf(aliases);
    }

    /**
     * How a setting differs where there is a configuration file: there Centrifugo's rules hold, and without one those of
     * the earlier gateway.
     */
    public record WithFile<T>(Kind<T> kind, Optional<String> defaultText) {}

    static <T> Setting<T> of(Section section, String name, Kind<T> kind, String defaultText, String comment) {
        return variable(section, name, kind, Optional.of(defaultText), comment);
    }

    static <T> Setting<T> optional(Section section, String name, Kind<T> kind, String comment) {
        return variable(section, name, kind, Optional.empty(), comment);
    }

    private static <T> Setting<T> variable(
            Section section, String name, Kind<T> kind, Optional<String> defaultText, String comment) {
        String path = name.toLowerCase(Locale.ROOT);
        return new Setting<>(
                section, path, name, List.of(), kind, defaultText, comment, Optional.empty(), Optional.empty());
    }

    /** A setting whose variable follows from its path. */
    static <T> Setting<T> inFile(
            Section section, Origin origin, String path, Kind<T> kind, Optional<String> defaultText, String comment) {
        return new Setting<>(
                section,
                path,
                origin.prefix() + variablePart(path),
                List.of(),
                kind,
                defaultText,
                comment,
                Optional.empty(),
                Optional.empty());
    }

    /** Whose word a path is: variables for Centrifugo's options may begin with its name, those for ours do not. */
    enum Origin {
        CENTRIFUGO_OPTION(CENTRIFUGO),
        OURS(SPINDLE);

        private final String prefix;

        Origin(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    /** Stands at a path that Centrifugo has, too; the variable that follows from it is another name. */
    Setting<T> at(String centrifugoPath) {
        return placed(Origin.CENTRIFUGO_OPTION, centrifugoPath);
    }

    /** Stands at a path of our own; the variable that follows from it is another name. */
    Setting<T> atOwn(String ownPath) {
        return placed(Origin.OURS, ownPath);
    }

    private Setting<T> placed(Origin origin, String wanted) {
        String derived = origin.prefix() + variablePart(wanted);
        List<String> names = Stream.concat(aliases.stream(), Stream.of(derived))
                .filter(each -> !each.equals(name))
                .toList();
        return new Setting<>(section, wanted, name, names, kind, defaultText, comment, withFile, lacking);
    }

    Setting<T> withFile(Kind<T> fileKind, Optional<String> fileDefault) {
        return new Setting<>(
                section,
                path,
                name,
                aliases,
                kind,
                defaultText,
                comment,
                Optional.of(new WithFile<>(fileKind, fileDefault)),
                lacking);
    }

    Setting<T> withFile(Kind<T> fileKind) {
        return withFile(fileKind, defaultText);
    }

    Setting<T> withFileDefault(String fileDefault) {
        return withFile(kind, Optional.of(fileDefault));
    }

    /** The gateway does not do what Centrifugo does with it: anything but its default is a fault. */
    Setting<T> lacking(String effect) {
        return new Setting<>(section, path, name, aliases, kind, defaultText, comment, withFile, Optional.of(effect));
    }

    /** Whether it is accepted, and nothing looks at it. */
    public boolean hasNoEffect() {
        return kind.isOpaque() && lacking.isEmpty();
    }

    /** The same where there is a configuration file. */
    public Setting<T> whereAFileIs() {
        return withFile.map(each -> new Setting<>(
                        section, path, name, aliases, each.kind(), each.defaultText(), comment, withFile, lacking))
                .orElse(this);
    }

    /** The name of its flag: {@code --redis-url} for {@code REDIS_URL}, without the prefixes. */
    public String flag() {
        String rest = name.startsWith(CENTRIFUGO)
                ? name.substring(CENTRIFUGO.length())
                : name.startsWith(SPINDLE) ? name.substring(SPINDLE.length()) : name;
        return "--" + rest.toLowerCase(Locale.ROOT).replace('_', '-');
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

    /** A path, or the name of an entry, as a part of a variable's name. */
    static String variablePart(String path) {
        return path.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
