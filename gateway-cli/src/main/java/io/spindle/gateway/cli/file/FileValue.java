package io.spindle.gateway.cli.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a configuration file says in one place, whatever its format. What is null there is left out. */
public sealed interface FileValue {

    /** The value as one line of text, much as JSON. */
    String text();

    /**
     * A text, a number or a word.
     *
     * @param isNumber whether it stands there as a number, without quotes
     */
    record Scalar(String text, boolean isNumber) implements FileValue {}

    /** A list, in its order. */
    record Items(List<FileValue> values) implements FileValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return values.stream().map(FileValue::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** An object: keys in lower case, without dots, in the order of the file. */
    record Fields(Map<String, FileValue> values) implements FileValue {
        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String text() {
            return values.entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        /** What stands at a path of keys with dots between them. */
        public Optional<FileValue> at(String path) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                return Optional.ofNullable(values.get(path));
            }
            return values.get(path.substring(0, dot)) instanceof Fields inner
                    ? inner.at(path.substring(dot + 1))
                    : Optional.empty();
        }
    }
}
