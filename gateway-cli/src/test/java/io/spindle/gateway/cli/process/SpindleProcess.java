package io.spindle.gateway.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The runnable jar in a process of its own, as a user starts it, with what it prints. */
final class SpindleProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Lines out;
    private final Lines err;

    private SpindleProcess(Process process) {
        this.process = process;
        this.out = new Lines(process.getInputStream());
        this.err = new Lines(process.getErrorStream());
    }

    /** With an environment of these variables and nothing else. */
    static SpindleProcess start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("spindle.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new SpindleProcess(builder.start());
    }

    /** The first line of standard output that fits, waiting for it. */
    String awaitOut(Predicate<String> wanted) throws InterruptedException {
        return out.await(wanted);
    }

    String awaitErr(Predicate<String> wanted) throws InterruptedException {
        return err.await(wanted);
    }

    List<String> errors() throws InterruptedException {
        return err.all();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + out.all() + err.all());
        }
        return process.exitValue();
    }

    long id() {
        return process.pid();
    }

    /** @param name such as TERM or INT */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Lines of a stream, collected by a thread of their own. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Lines(InputStream stream) {
            reader = new Thread(() -> read(stream));
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized String await(Predicate<String> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (int seen = 0; ; seen++) {
                while (seen == lines.size()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        throw new AssertionError("no such line: " + lines);
                    }
                    wait(left);
                }
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
        }

        /** All of them, once the stream has ended. */
        List<String> all() throws InterruptedException {
            reader.join(PATIENCE.toMillis());
            synchronized (this) {
                return List.copyOf(lines);
            }
        }
    }
}
