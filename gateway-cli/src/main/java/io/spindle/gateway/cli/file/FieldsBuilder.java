package io.spindle.gateway.cli.file;

import io.spindle.gateway.cli.file.FileValue.Fields;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Collects the keys of an object. Used by one thread. */
final class FieldsBuilder {
    private final Keys keys;
    private final Map<String, FileValue> values = new LinkedHashMap<>();

    FieldsBuilder(Keys keys) {
        this.keys = keys;
    }

    /** What keys are. */
    enum Keys {
        /** Names of settings: capitals don't count, and one with dots is a path to where it belongs. */
        NAMES,
        /** Texts of their own. */
        TEXTS
    }

    /** @throws BadFileException if the key was there before, with another value */
    void put(String key, FileValue value) {
        if (keys == Keys.TEXTS) {
            merge(values, key, value);
            return;
        }
        String lower = key.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        if (dot <= 0 || dot == lower.length() - 1) {
            merge(values, lower, value);
            return;
        }
        FieldsBuilder inner = new FieldsBuilder(keys);
        inner.put(lower.substring(dot + 1), value);
        merge(values, lower.substring(0, dot), inner.build());
    }

    Fields build() {
        return new Fields(values);
    }

    private static void merge(Map<String, FileValue> into, String key, FileValue value) {
        FileValue before = into.putIfAbsent(key, value);
        if (before == null || before.equals(value)) {
            return;
        }
        if (!(before instanceof Fields one && value instanceof Fields other)) {
            throw new BadFileException(key + ": there twice, with different values (expected: one of them)");
        }
        Map<String, FileValue> both = new LinkedHashMap<>(one.values());
        other.values().forEach((name, inner) -> merge(both, name, inner));
        into.put(key, new Fields(both));
    }
}
