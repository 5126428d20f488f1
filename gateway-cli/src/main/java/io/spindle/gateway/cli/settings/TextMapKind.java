package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import io.spindle.gateway.cli.file.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps of texts: in a file an object, whose keys arrive in lower case, or a list of {@code {key, value}}, which keeps
 * them as they are; as a variable a JSON object.
 */
final class TextMapKind {
    static final Kind<TextMap> KIND = Kind.of(
                    "<json>",
                    "an object of texts; or a list of objects with key and value, no key twice",
                    TextMapKind::ofJson)
            .inFile(TextMapKind::of, TextMapKind::isEmpty)
            .disclosing(Disclosure.NONE);

    private static final Set<String> PAIR = Set.of("key", "value");

    private TextMapKind() {}

    private static Optional<TextMap> ofJson(String text) {
        try {
            return JsonText.parseMap(text).flatMap(TextMapKind::of);
        } catch (BadFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<TextMap> of(FileValue value) {
        Map<String, String> map = new LinkedHashMap<>();
        boolean usable = value instanceof Fields fields
                        && fields.values().entrySet().stream()
                                .allMatch(each -> put(map, Optional.of(each.getKey()), Optional.of(each.getValue())))
                || value instanceof Items items && items.values().stream().allMatch(each -> putPair(map, each));
        return usable ? Optional.of(new TextMap(map)) : Optional.empty();
    }

    private static boolean putPair(Map<String, String> map, FileValue pair) {
        return pair instanceof Fields fields
                && PAIR.containsAll(fields.values().keySet())
                && put(map, fields.at("key").flatMap(TextMapKind::text), fields.at("value"));
    }

    private static boolean put(Map<String, String> map, Optional<String> key, Optional<FileValue> value) {
        Optional<String> text = value.flatMap(TextMapKind::text);
        return key.isPresent() && !key.get().isEmpty() && text.isPresent() && map.put(key.get(), text.get()) == null;
    }

    private static Optional<String> text(FileValue value) {
        return value instanceof Scalar scalar && !scalar.isNumber() ? Optional.of(scalar.text()) : Optional.empty();
    }

    private static boolean isEmpty(FileValue value) {
        return Kind.isEmptyText(value)
                || value instanceof Items items && items.values().isEmpty()
                || value instanceof Fields fields && fields.values().isEmpty();
    }
}
