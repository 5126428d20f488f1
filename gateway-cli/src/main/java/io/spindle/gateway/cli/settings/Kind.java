package io.spindle.gateway.cli.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of value: how its text is read, what is allowed, and how much of it may be shown.
 *
 * @param label what stands for the value in the usage text
 * @param expected what is allowed, for messages and the reference
 * @param parser empty for a text that is not allowed
 * @param fromFile whether the value may also be given as the name of a file that holds it
 * @param isSwitch whether its flag may stand alone, and then means {@code true}
 */
public record Kind<T>(
        String label,
        String expected,
        Function<String, Optional<T>> parser,
        Disclosure disclosure,
        boolean fromFile,
        boolean isSwitch) {

    static <T> Kind<T> of(String label, String expected, Function<String, Optional<T>> parser) {
        return new Kind<>(label, expected, parser, Disclosure.FULL, false, false);
    }

    Kind<T> disclosing(Disclosure wanted) {
        return new Kind<>(label, expected, parser, wanted, fromFile, isSwitch);
    }

    Kind<T> orFromFile() {
        return new Kind<>(label, expected, parser, disclosure, true, isSwitch);
    }

    Kind<T> asSwitch() {
        return new Kind<>(label, expected, parser, disclosure, fromFile, true);
    }
}
