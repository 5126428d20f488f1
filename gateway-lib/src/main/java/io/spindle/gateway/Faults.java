package io.spindle.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with the settings of a builder, collected so that all faults are reported together. Not thread-safe. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    /** A number between two bounds. */
    void range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            found.add(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    /** A duration between two bounds. */
    void range(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            found.add(name + ": " + text(value) + " (expected: " + text(least) + " to " + text(most) + ")");
        }
    }

    void unless(boolean fine, String fault) {
        if (!fine) {
            found.add(fault);
        }
    }

    /** Runs what checks itself, and keeps its complaint. */
    void check(Supplier<?> checked) {
        try {
            checked.get();
        } catch (IllegalArgumentException e) {
            found.add(String.valueOf(e.getMessage()));
        }
    }

    /** Throws if something was found. */
    void report() {
        if (!found.isEmpty()) {
            throw new SettingsException(found);
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
