package io.spindle.gateway.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis server of a test's own, on a free port of the loopback: the machine's {@code redis-server} if there is one,
 * else the one that an artifact brings. As a JUnit extension it lives as long as the test class; it can be stopped, frozen
 * and brought back on the same port.
 */
public final class RedisServerProcess implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);

    private final List<String> options;
    private final int port;
    private final Path directory;
    private Process process;

    /** @param options as on the command line of {@code redis-server} */
    public RedisServerProcess(String... options) {
        this.options = List.of(options);
        this.port = freePort();
        try {
            this.directory = Files.createTempDirectory("redis-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cluster of one node, which owns all slots. */
    public static RedisServerProcess cluster() {
        return new RedisServerProcess("--cluster-enabled", "yes", "--cluster-require-full-coverage", "no");
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts the server, and returns when it answers. */
    public RedisServerProcess start() {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(options); // first, as a configuration file has to stand there
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", directory.toString()));
        if (!options.contains("--sentinel")) {
            command.addAll(List.of("--save", "", "--appendonly", "no"));
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
        if (options.contains("--cluster-enabled")) {
            // Not ADDSLOTSRANGE: the server that a Maven artifact brings is older than that.
            command(Stream.concat(
                            Stream.of("CLUSTER", "ADDSLOTS"),
                            IntStream.range(0, 16_384).mapToObj(Integer::toString))
                    .toArray(String[]::new));
            await(() -> command("CLUSTER", "INFO").contains("cluster_state:ok"));
        }
        return this;
    }

    /** Ends the server at once, as a crash would; it kept nothing. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Freezes the server: connections stay open, nothing is answered. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** One command on a connection of its own; the reply as text, arrays and all, for looking into. */
    public String command(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                request.append('$')
                        .append(word.getBytes(StandardCharsets.UTF_8).length)
                        .append("\r\n");
                request.append(word).append("\r\n");
            }
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            return RespReader.read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payloads of a worker's stream, oldest first. */
    public List<String> payloads(String workerId) {
        List<String> payloads = new ArrayList<>();
        String[] lines =
                command("XRANGE", "messages:worker:" + workerId, "-", "+").split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].equals("payload")) {
                payloads.add(lines[i + 1]);
            }
        }
        return payloads;
    }

    private void awaitAnswer() {
        await(() -> {
            try {
                return !command("PING").contains("LOADING"); // one that asks for a password is up
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("redis-server did not start on port " + port + ": " + log());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String executable() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(directory, "redis-server");
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        try {
            return ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        // A cluster node also listens on the port + 10000.
        for (int tries = 0; tries < 100; tries++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() < 55_000) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port below 55000");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one reply of the Redis protocol into lines. */
    private static final class RespReader {
        static String read(InputStream in) throws IOException {
            String head = line(in);
            String rest = head.substring(1);
            switch (head.charAt(0)) {
                case '$' -> {
                    int length = Integer.parseInt(rest);
                    if (length < 0) {
                        return "(nil)";
                    }
                    byte[] bytes = in.readNBytes(length);
                    in.readNBytes(2);
                    return new String(bytes, StandardCharsets.UTF_8);
                }
                case '*' -> {
                    StringBuilder all = new StringBuilder();
                    for (int i = Integer.parseInt(rest); i > 0; i--) {
                        all.append(read(in)).append(i > 1 ? "\n" : "");
                    }
                    return all.toString();
                }
                default -> {
                    return head.charAt(0) == '-' ? "(error) " + rest : rest;
                }
            }
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\r'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("connection closed");
                }
                line.append((char) b);
            }
            in.read();
            return line.toString();
        }
    }
}
