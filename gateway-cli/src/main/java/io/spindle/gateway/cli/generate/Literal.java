package io.spindle.gateway.cli.generate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.util.stream.Collectors;

/** Values as they are written on one line: JSON, which YAML reads, too, and, but for objects, also TOML. */
final class Literal {
    private Literal() {}

    static String of(FileValue value, String assignment) {
        if (value instanceof Items items) {
            return items.values().stream()
                    .map(each -> of(each, assignment))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Fields fields) {
            return fields.values().entrySet().stream()
                    .map(each -> quoted(each.getKey()) + assignment + of(each.getValue(), assignment))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        Scalar scalar = (Scalar) value;
        boolean bare = scalar.isNumber()
                || scalar.text().equals("true")
                || scalar.text().equals("false");
        return bare ? scalar.text() : quoted(scalar.text());
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
