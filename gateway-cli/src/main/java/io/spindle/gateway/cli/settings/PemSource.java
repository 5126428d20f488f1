package io.spindle.gateway.cli.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** PEM text as Centrifugo takes it: the text itself, or that in base64, or the path of a file with it. */
final class PemSource {
    private static final String BEGIN = "-----BEGIN ";
    private static final long MAX_BYTES = 1024 * 1024;

    private PemSource() {}

    static Optional<String> text(String source) {
        return isPem(source) ? Optional.of(source) : ofBase64(source).or(() -> ofFile(source));
    }

    private static Optional<String> ofBase64(String source) {
        try {
            String text = new String(Base64.getDecoder().decode(source.strip()), StandardCharsets.US_ASCII);
            return Optional.of(text).filter(PemSource::isPem);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofFile(String source) {
        try {
            Path path = Path.of(source);
            return Files.size(path) > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(Files.readString(path, StandardCharsets.US_ASCII))
                            .filter(PemSource::isPem);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isPem(String text) {
        return text.contains(BEGIN);
    }
}
