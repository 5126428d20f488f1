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

/** A program of the tests in another language, copied into the build folder, where it is installed and runs. */
final class SdkProject {
    private static final long MAX_SECONDS = 180;

    private final Path directory;

    private SdkProject(Path directory) {
        this.directory = directory;
    }

    static SdkProject copy(Path source, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new SdkProject(directory);
    }

    /** Where the command fails, the calling tests are skipped: the language is not there, or too old. */
    static void assumeWorks(String sdk, String... command) throws InterruptedException {
        assumeTrue(succeeds(command), () -> String.join(" ", command) + " fails: the " + sdk + " SDK is not tested");
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

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
