package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.file.FileValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a file to be written says, in its order. Not thread-safe. */
final class Outline {
    private final Map<String, Object> children = new LinkedHashMap<>();

    /**
     * A value.
     *
     * @param comment one line; empty for none
     */
    record Entry(FileValue value, String comment) {}

    /** Puts a value at a path of keys with dots between them. */
    void put(String path, FileValue value, String comment) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            children.put(path, new Entry(value, comment));
        } else if (children.computeIfAbsent(path.substring(0, dot), key -> new Outline()) instanceof Outline inner) {
            inner.put(path.substring(dot + 1), value, comment);
        } else {
            throw new IllegalArgumentException(path + ": a value stands on the way");
        }
    }

    /** The values of this level by their keys. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        children.forEach((key, child) -> Optional.of(child)
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast)
                .ifPresent(entry -> entries.put(key, entry)));
        return entries;
    }

    /** The objects of this level by their keys. */
    Map<String, Outline> objects() {
        Map<String, Outline> objects = new LinkedHashMap<>();
        children.forEach((key, child) -> {
            if (child instanceof Outline inner) {
                objects.put(key, inner);
            }
        });
        return objects;
    }
}
