package io.spindle.gateway.cli.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that the settings have. */
final class Kinds {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private Kinds() {}

    static Kind<Integer> port() {
        return integer("<port>", 0, 65_535);
    }

    static Kind<Integer> integer(int least, int most) {
        return integer("<n>", least, most);
    }

    private static Kind<Integer> integer(String label, int least, int most) {
        return Kind.of(
                label,
                "a whole number from " + least + " to " + most,
                text -> Optional.of(text)
                        .filter(given -> DIGITS.matcher(given).matches())
                        .map(Long::valueOf)
                        .filter(number -> number >= least && number <= most)
                        .map(Long::intValue));
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        String expected = "a duration such as 500ms, 30s or 1m30s, from " + GoDuration.format(least) + " to "
                + GoDuration.format(most);
        return Kind.of(
                "<duration>",
                expected,
                text -> GoDuration.parse(text)
                        .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0));
    }

    /** For what clients are told as a number of seconds. */
    static Kind<Duration> wholeSeconds(Duration least, Duration most) {
        String expected = "a duration in whole seconds such as 25s or 1m30s, from " + GoDuration.format(least) + " to "
                + GoDuration.format(most);
        return Kind.of(
                "<duration>",
                expected,
                text -> GoDuration.parse(text)
                        .filter(given -> given.toMillisPart() == 0 && given.toNanosPart() == 0)
                        .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0));
    }

    /** Centrifugo's words for yes and no. */
    static Kind<Boolean> yesOrNo() {
        return Kind.of("<bool>", "true or false", text -> switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
            case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    static Kind<String> text(String label, String expected, Predicate<String> allowed) {
        return Kind.of(label, expected, text -> Optional.of(text).filter(allowed));
    }

    /** Whether a check of the library's own lets it pass: what it would say is in the builder's words, not in ours. */
    static boolean isAccepted(Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A list, its words separated by spaces. */
    static Kind<List<String>> words(String label, String expected, Predicate<String> allowed) {
        return Kind.of(label, expected, text -> {
            List<String> words = SPACES.splitAsStream(text.strip()).toList();
            return Optional.of(words)
                    .filter(all -> all.stream().allMatch(word -> !word.isEmpty() && allowed.test(word)));
        });
    }

    static Kind<Path> folder() {
        return Kind.of("<folder>", "the path of a folder", text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> values) {
        String expected = Stream.of(values.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
        return Kind.of(
                "<word>",
                expected,
                text -> Stream.of(values.getEnumConstants())
                        .filter(value -> value.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    /** Never shown; may stand in a file. Blank is no secret: padded to the block size it would be known to all. */
    static Kind<String> secret(String expected) {
        return text("<secret>", expected, given -> !given.isBlank())
                .disclosing(Disclosure.NONE)
                .orFromFile();
    }

    static Kind<String> pem() {
        return text("<pem>", "a public key or certificate as PEM text", given -> given.contains("-----BEGIN "))
                .orFromFile();
    }
}
