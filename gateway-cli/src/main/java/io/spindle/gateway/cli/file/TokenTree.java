package io.spindle.gateway.cli.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spindle.gateway.cli.file.FieldsBuilder.Keys;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree of what a parser reads, token by token. */
final class TokenTree {
    private TokenTree() {}

    /** The value that the parser's present token begins; empty for null. */
    static Optional<FileValue> of(JsonParser parser, Keys keys) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(fields(parser, keys));
            case START_ARRAY -> Optional.of(items(parser, keys));
            case VALUE_NULL -> Optional.empty();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(new Scalar(parser.getText(), true));
            default -> Optional.of(new Scalar(parser.getText(), false));
        };
    }

    private static FileValue fields(JsonParser parser, Keys keys) throws IOException {
        FieldsBuilder fields = new FieldsBuilder(keys);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            of(parser, keys).ifPresent(value -> fields.put(key, value));
        }
        return fields.build();
    }

    private static FileValue items(JsonParser parser, Keys keys) throws IOException {
        List<FileValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            of(parser, keys).ifPresent(items::add);
        }
        return new Items(items);
    }
}
