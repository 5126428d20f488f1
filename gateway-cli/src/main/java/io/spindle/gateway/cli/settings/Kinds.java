package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that the settings have. */
public final class Kinds {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private Kinds() {}

    public static Kind<Integer> port() {
        return integer("<port>", 0, 65_535);
    }

    public static Kind<Integer> integer(int least, int most) {
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
                                .map(Long::intValue))
                .zero(Kinds::isZero);
    }

    /** A number of Centrifugo's, also as Go writes them: {@code 0x10}, {@code 0b1}, {@code 0o17}. */
    public static Kind<Integer> count(int least, int most) {
        return goNumber("a whole number from " + least + " to " + most, number -> number >= least && number <= most);
    }

    /** A number; below 0 stands for no limit. */
    public static Kind<Integer> orOff(int least, int most) {
        return goNumber(
                "a whole number from " + least + " to " + most + "; below 0: off",
                number -> number < 0 || number >= least && number <= most);
    }

    private static Kind<Integer> goNumber(String expected, IntPredicate allowed) {
        return Kind.of("<n>", expected, text -> GoInteger.parse(text).filter(allowed::test))
                .zero(Kinds::isZero);
    }

    /** A time; below 0 stands for none. */
    public static Kind<Duration> orOff(Kind<Duration> kind) {
        return duration(
                kind.expected() + "; below 0: off",
                text -> kind.parser()
                        .apply(text)
                        .or(() -> GoDuration.parse(text).filter(Duration::isNegative)));
    }

    public static Kind<Duration> duration(Duration least, Duration most) {
        String expected = "a duration such as 500ms, 30s or 1m30s, from " + GoDuration.format(least) + " to "
                + GoDuration.format(most);
        return duration(
                expected,
                text -> GoDuration.parse(text)
                        .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0));
    }

    private static Kind<Duration> duration(String expected, Function<String, Optional<Duration>> parser) {
        return Kind.of("<duration>", expected, parser)
                .inFile(value -> durationText(value).flatMap(parser), Kinds::isZero);
    }

    /** A bare number is one of nanoseconds, as in Go. */
    private static Optional<String> durationText(FileValue value) {
        return value instanceof Scalar scalar
                ? Optional.of(scalar.isNumber() ? scalar.text() + "ns" : scalar.text())
                : Optional.empty();
    }

    private static boolean isZero(FileValue value) {
        return Kind.isEmptyText(value)
                || durationText(value)
                        .flatMap(GoDuration::parse)
                        .filter(Duration::isZero)
                        .isPresent();
    }

    /** For what clients are told as a number of seconds. */
    public static Kind<Duration> wholeSeconds(Duration least, Duration most) {
        String expected = "a duration in whole seconds such as 25s or 1m30s, from " + GoDuration.format(least) + " to "
                + GoDuration.format(most);
        return duration(
                expected,
                text -> GoDuration.parse(text)
                        .filter(given -> given.toMillisPart() == 0 && given.toNanosPart() == 0)
                        .filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0));
    }

    /** Centrifugo's words for yes and no. */
    public static Kind<Boolean> yesOrNo() {
        return Kind.of("<bool>", "true or false", text -> switch (text) {
                    case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
                    case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .asSwitch();
    }

    public static Kind<String> text(String label, String expected, Predicate<String> allowed) {
        return Kind.of(label, expected, text -> Optional.of(text).filter(allowed));
    }

    /** Any text. */
    public static Kind<String> text() {
        return text("<text>", "a text", text -> true);
    }

    public static Kind<String> address() {
        return text("<address>", "a host name or address", text -> text.matches("[A-Za-z0-9.:%_\\[\\]-]+"));
    }

    public static Kind<String> headerName() {
        return text("<name>", "the name of a header", text -> text.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+"));
    }

    public static Kind<String> httpUrl() {
        return text("<url>", "a URL that begins with http:// or https://", text -> text.matches("https?://[^\\s]+"));
    }

    public static Kind<Long> unixSeconds() {
        return Kind.<Long>of(
                        "<seconds>",
                        "seconds since 1970",
                        text -> Optional.of(text)
                                .filter(given -> given.matches("\\d{1,11}"))
                                .map(Long::valueOf))
                .zero(Kinds::isZero);
    }

    /** A regex as Go writes it. */
    public static Kind<String> regex() {
        return text("<regex>", "a regular expression of RE2", GoRegex::isRegex);
    }

    /** One of these words. */
    public static Kind<String> oneOf(String... words) {
        return text("<word>", "one of " + String.join(", ", words), List.of(words)::contains);
    }

    /** A map of texts, its values never shown. */
    public static Kind<TextMap> textMap() {
        return TextMapKind.KIND;
    }

    /** What the gateway has no use for, whatever it is. */
    public static Kind<FileValue> anything() {
        return Kind.<FileValue>of(Kind.OPAQUE, "anything", text -> Optional.of(new Scalar(text, false)))
                .inFile(Optional::of, Kinds::isNothing)
                .disclosing(Disclosure.NONE);
    }

    private static boolean isNothing(FileValue value) {
        return isEmpty(value)
                || value instanceof Fields fields && fields.values().isEmpty();
    }

    /** Whether a check of the library's own lets it pass: what it would say is in the builder's words, not in ours. */
    public static boolean isAccepted(Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A list; in a flag or a variable, its words are separated by spaces. */
    public static Kind<List<String>> words(String label, String expected, Predicate<String> allowed) {
        Function<List<String>, Optional<List<String>>> checked = words ->
                Optional.of(words).filter(all -> all.stream().allMatch(word -> !word.isBlank() && allowed.test(word)));
        return Kind.of(
                        label,
                        expected,
                        text -> checked.apply(SPACES.splitAsStream(text.strip()).toList()))
                .inFile(value -> texts(value).flatMap(checked), Kinds::isEmpty);
    }

    /** A text alone is a list of it, spaces and all. */
    private static Optional<List<String>> texts(FileValue value) {
        if (value instanceof Scalar scalar) {
            return Optional.of(List.of(scalar.text()));
        }
        return value instanceof Items items && items.values().stream().allMatch(Scalar.class::isInstance)
                ? Optional.of(items.values().stream().map(FileValue::text).toList())
                : Optional.empty();
    }

    private static boolean isEmpty(FileValue value) {
        return value instanceof Items items && items.values().isEmpty() || Kind.isEmptyText(value);
    }

    public static Kind<Path> folder() {
        return Kind.of("<folder>", "the path of a folder", text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    public static <E extends Enum<E>> Kind<E> oneOf(Class<E> values) {
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
    public static Kind<String> secret(String expected) {
        return text("<secret>", expected, given -> !given.isBlank())
                .disclosing(Disclosure.NONE)
                .orFromFile();
    }

    public static Kind<String> pem() {
        return text("<pem>", "a public key or certificate as PEM text", given -> given.contains("-----BEGIN "))
                .orFromFile();
    }

    /** PEM text, or that in base64, or the path of a file with it; never shown, as it may be a private key. */
    public static Kind<String> pemSource() {
        return Kind.of("<pem>", "PEM text, or PEM text in base64, or the path of a PEM file", PemSource::text)
                .disclosing(Disclosure.NONE);
    }
}
