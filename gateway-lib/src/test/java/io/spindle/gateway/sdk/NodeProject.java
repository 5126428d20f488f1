package io.spindle.gateway.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Node.js project of the tests, copied into the build folder and installed there by npm. */
final class NodeProject {
    private static final long MAX_SECONDS = 180;

    private final Path directory;

    private NodeProject(Path directory) {
        this.directory = directory;
    }

    /** Copies and installs the project; without node and npm the calling test is skipped. */
    static NodeProject install(Path source, Path directory) throws IOException, InterruptedException {
        assumeTrue(
                isCommand("node") && isCommand("npm"), "node and npm are not there: the JavaScript SDK is not tested");
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        NodeProject project = new NodeProject(directory);
        project.run(Map.of(), "npm", "ci");
        return project;
    }

    /** Runs a command there; anything but exit code 0 fails the test, with the command's output. */
    void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = directory.resolve(command[0] + "-output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = String.join(" ", command) + ":\n" + Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, ended ? process.exitValue() : -1, text);
    }

    private static boolean isCommand(String name) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
