package io.spindle.gateway.cli.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.util.Optional;

/** TOML 1.0. */
final class TomlText {
    private TomlText() {}

    /** @throws BadFileException if it is no TOML */
    static Optional<FileValue> parse(String text) {
        try (JsonParser parser = new TomlFactory().createParser(text)) {
            parser.nextToken();
            return TokenTree.of(parser, FieldsBuilder.Keys.NAMES);
        } catch (StreamReadException e) {
            throw new BadFileException("line " + e.getLocation().getLineNr() + ": not TOML", e);
        } catch (IOException e) {
            throw new BadFileException("not TOML", e);
        }
    }
}
