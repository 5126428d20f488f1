package io.spindle.gateway.worker;

import java.time.Duration;

/** Refuses values that make no sense, by the setting's name. */
final class Settings {
    private Settings() {}

    static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
        }
    }

    static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
        }
    }
}
