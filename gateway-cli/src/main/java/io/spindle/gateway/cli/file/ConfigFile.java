package io.spindle.gateway.cli.file;

import io.spindle.gateway.cli.file.FileValue.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A configuration file that was named. */
public final class ConfigFile {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private ConfigFile() {}

    /**
     * @return empty fields for a file that says nothing
     * @throws BadFileException if it is missing or can't be read; what is wrong, and where, stands in the message
     */
    public static Fields load(String name) {
        FileFormat format = FileFormat.of(name);
        Optional<FileValue> root;
        try {
            root = format.parse(content(name));
        } catch (BadFileException e) {
            throw new BadFileException(name + ": " + e.getMessage(), e);
        }
        FileValue value = root.orElse(Fields.NONE);
        if (value instanceof Fields fields) {
            return fields;
        }
        throw new BadFileException(name + ": not an object (expected: settings by their names)");
    }

    private static String content(String name) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadFileException("larger than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadFileException("not a text in UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new BadFileException("no such file, or not to be read (expected: the name of a file)", e);
        }
    }
}
