package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of value: how it is read, what is allowed, and how much of it may be shown.
 *
 * @param label what stands for the value in the usage text
 * @param expected what is allowed, for messages and the reference
 * @param parser of flags and variables; empty for a text that is not allowed
 * @param reader of what stands in a configuration file; empty for what is not allowed
 * @param isZero what in a configuration file means that nothing is set
 * @param fromFile whether the value may also be given as the name of a file that holds it
 * @param isSwitch whether its flag may stand alone, and then means {@code true}
 */
public record Kind<T>(
        String label,
        String expected,
        Function<String, Optional<T>> parser,
        Function<FileValue, Optional<T>> reader,
        Predicate<FileValue> isZero,
        Disclosure disclosure,
        boolean fromFile,
        boolean isSwitch) {

    /** The label of values that may be anything. */
    static final String OPAQUE = "<value>";

    /** A kind that a file holds as a text, a number or a word, whichever: all three are read as texts. */
    static <T> Kind<T> of(String label, String expected, Function<String, Optional<T>> parser) {
        return new Kind<>(
                label,
                expected,
                parser,
                value -> value instanceof Scalar scalar ? parser.apply(scalar.text()) : Optional.empty(),
                Kind::isEmptyText,
                Disclosure.FULL,
                false,
                false);
    }

    static boolean isEmptyText(FileValue value) {
        return value instanceof Scalar scalar && scalar.text().isEmpty();
    }

    /** Whether a value of this kind has an inside that nobody looks into. */
    boolean isOpaque() {
        return label.equals(OPAQUE);
    }

    /** Whether a file has a list for it. */
    public boolean isList() {
        return isZero.test(new Items(List.of()));
    }

    Kind<T> inFile(Function<FileValue, Optional<T>> wanted, Predicate<FileValue> zero) {
        return new Kind<>(label, expected, parser, wanted, zero, disclosure, fromFile, isSwitch);
    }

    Kind<T> zero(Predicate<FileValue> zero) {
        return inFile(reader, zero);
    }

    public Kind<T> disclosing(Disclosure wanted) {
        return new Kind<>(label, expected, parser, reader, isZero, wanted, fromFile, isSwitch);
    }

    Kind<T> orFromFile() {
        return new Kind<>(label, expected, parser, reader, isZero, disclosure, true, isSwitch);
    }

    Kind<T> asSwitch() {
        return new Kind<>(label, expected, parser, reader, isZero, disclosure, fromFile, true);
    }
}
