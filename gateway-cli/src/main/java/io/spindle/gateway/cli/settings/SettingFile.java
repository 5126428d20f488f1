package io.spindle.gateway.cli.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The content of a file that stands for a value, as orchestrators mount secrets. */
final class SettingFile {
    private static final int MAX_BYTES = 64 * 1024;

    private SettingFile() {}

    /** The text without the line feed that editors put at the end; empty, with a fault, if there is none. */
    static Optional<String> read(Setting<?> setting, Given file, Consumer<Fault> faults) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(file.text()))) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException | InvalidPathException e) {
            faults.accept(Fault.badFile(setting, file, "the name of a file that can be read"));
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        if (text.isEmpty() || bytes.length > MAX_BYTES) {
            faults.accept(
                    Fault.badFile(setting, file, "a file with the value in it, of at most " + MAX_BYTES + " bytes"));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
