package io.spindle.gateway.cli.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.spindle.gateway.cli.file.FieldsBuilder.Keys;
import java.io.IOException;
import java.util.Optional;

/** JSON as it is defined: no comments, no commas too many. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * @return empty for null
     * @throws BadFileException if it is no JSON
     */
    public static Optional<FileValue> parse(String text) {
        return parse(text, Keys.NAMES);
    }

    /** The same, where keys are no names of settings: they stay as they are. */
    public static Optional<FileValue> parseMap(String text) {
        return parse(text, Keys.TEXTS);
    }

    private static Optional<FileValue> parse(String text, Keys keys) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Optional<FileValue> value = TokenTree.of(parser, keys);
            if (parser.nextToken() != null) {
                throw new BadFileException("not JSON: something follows its end");
            }
            return value;
        } catch (StreamReadException e) {
            throw new BadFileException(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": not JSON",
                    e);
        } catch (IOException e) {
            throw new BadFileException("not JSON", e);
        }
    }
}
