package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that was not there before, and that only its owner reads: it may hold secrets. */
final class NewFile {
    private NewFile() {}

    /** @return the exit code */
    static int write(Console console, String name, String text) {
        try {
            Path path = Path.of(name);
            Files.createFile(path, attributes());
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return ExitCode.OK;
        } catch (FileAlreadyExistsException e) {
            return failed(console, name + ": there already (expected: the name of a file that is to be made)");
        } catch (IOException | InvalidPathException e) {
            return failed(console, name + ": can't be written (expected: the name of a file that is to be made)");
        }
    }

    private static int failed(Console console, String line) {
        console.err().println("--config: " + line);
        console.err().flush();
        return ExitCode.FAILED;
    }

    private static FileAttribute<?>[] attributes() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
