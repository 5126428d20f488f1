package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code log.file} and {@code pid_file}. */
class ProcessFilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path log;
    private Path id;
    private String config;

    @BeforeEach
    void configure() throws IOException {
        log = folder.resolve("gateway.log");
        id = folder.resolve("gateway.pid");
        config = Files.writeString(folder.resolve("config.yaml"), """
                client: {token: {hmac_secret_key: a-secret-that-is-as-long-as-a-hash-is}}
                log: {file: "%s"}
                pid_file: "%s"
                """.formatted(log, id))
                .toString();
    }

    @Test
    void theLogIsAppendedToItsFileAndToNothingElse() throws Exception {
        Files.writeString(log, "from before\n");
        try (SpindleProcess spindle = start()) {
            awaitLog("Ready: ");
            spindle.signal("TERM");

            assertEquals(0, spindle.exitCode());
            assertEquals(List.of(), spindle.errors());
            assertTrue(Files.readString(log).startsWith("from before\n"));
            assertTrue(Files.readString(log).contains("Stopped"));
        }
    }

    @Test
    void aLogThatWasMovedAwayBeginsAnewOnHangup() throws Exception {
        try (SpindleProcess spindle = start()) {
            awaitLog("Ready: ");
            Files.move(log, folder.resolve("gateway.log.1"));

            spindle.signal("HUP");

            awaitLog("Configuration reloaded");
        }
    }

    @Test
    void theProcessIdIsThereWhileTheGatewayRuns() throws Exception {
        Files.writeString(id, "of a run that was killed");
        try (SpindleProcess spindle = start()) {
            awaitLog("Ready: ");

            assertEquals(spindle.id() + "\n", Files.readString(id));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(id)));
            spindle.signal("TERM");
            assertEquals(0, spindle.exitCode());
            assertFalse(Files.exists(id));
        }
    }

    @Test
    void aFileThatCanNotBeWrittenStopsTheStart() throws Exception {
        try (SpindleProcess spindle = start("--pid-file=" + folder.resolve("nowhere/gateway.pid"))) {
            assertEquals(1, spindle.exitCode());
            assertEquals(1, spindle.errors().size(), spindle.errors()::toString);
            String line = spindle.errors().get(0);
            assertTrue(line.startsWith("--pid-file: "), line);
            assertTrue(line.endsWith("gateway.pid\" (expected: a file that can be written)"), line);
        }
    }

    private SpindleProcess start(String... more) throws IOException {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(more, 0, arguments, 4, more.length);
        System.arraycopy(new String[] {"serve", "--config", config, "--websocket-port=0"}, 0, arguments, 0, 4);
        return SpindleProcess.start(Map.of(), arguments);
    }

    private void awaitLog(String part) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(log) || !Files.readString(log).contains(part)) {
            assertTrue(System.nanoTime() < deadline, () -> "not in the log: " + part);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
