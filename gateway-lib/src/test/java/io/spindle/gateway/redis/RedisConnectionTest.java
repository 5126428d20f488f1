package io.spindle.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.metrics.RedisMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedisConnectionTest {
    private static final RedisScript ECHO = RedisScript.of("return {KEYS[1], ARGV[1]}");

    private final RedisMetrics metrics = new GatewayMetrics(new MetricRegistry()).redis();
    private RedisServerProcess server;

    @BeforeEach
    void prepareServer() {
        server = new RedisServerProcess();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aRefusedConnectionEndsTheStartInOneLineWithoutCredentials() {
        String url = "redis://user:secret@127.0.0.1:" + server.port();

        String message = failure(RedisSettings.of(url));

        assertEquals("redis://127.0.0.1:" + server.port() + ": connection refused", message);
    }

    @Test
    void aServerThatDoesNotAnswerEndsTheStartWithinTheDialTimeout() {
        server.start();
        server.pause();
        long start = System.nanoTime();

        String message = failure(RedisSettings.of(server.url()).withDialTimeout(Duration.ofSeconds(1)));

        long millis = (System.nanoTime() - start) / 1_000_000;
        server.resume();
        assertEquals(server.url() + ": no answer within 1000 ms", message);
        assertTrue(millis < 3_000, millis + " ms");
    }

    @Test
    void aWrongPasswordIsSaid() {
        server.close();
        server = new RedisServerProcess("--requirepass", "right");
        server.start();

        assertTrue(failure(RedisSettings.of("redis://:wrong@127.0.0.1:" + server.port()))
                .endsWith(": wrong user or password"));
        assertTrue(failure(RedisSettings.of(server.url())).endsWith(": password required"));
        try (RedisConnection redis =
                RedisConnection.open(RedisSettings.of("redis://:right@127.0.0.1:" + server.port()), metrics)) {
            assertEquals(List.of("key", "value"), run(redis));
        }
    }

    @Test
    void aScriptRunsAgainAfterTheServerForgotIt() {
        server.start();
        try (RedisConnection redis = RedisConnection.open(RedisSettings.of(server.url()), metrics)) {
            assertEquals(List.of("key", "value"), run(redis));
            server.command("SCRIPT", "FLUSH");

            assertEquals(List.of("key", "value"), run(redis));
            assertTrue(server.command("SCRIPT", "EXISTS", ECHO.sha1()).contains("1"));
        }
    }

    @Test
    void healthFollowsTheServerBothWays() {
        server.start();
        try (RedisConnection redis = RedisConnection.open(RedisSettings.of(server.url()), metrics)) {
            assertTrue(redis.healthy());

            server.pause();
            Await.within(Duration.ofSeconds(3), "unhealthy while frozen", () -> !redis.healthy());
            server.resume();
            Await.within(Duration.ofSeconds(3), "healthy again", redis::healthy);

            server.kill();
            Await.within(Duration.ofSeconds(3), "unhealthy while gone", () -> !redis.healthy());
            server.start();
            Await.within(Duration.ofSeconds(5), "healthy after a restart", redis::healthy);
            assertEquals(List.of("key", "value"), run(redis));
        }
    }

    @Test
    void closingLeavesNoThreadsBehind() {
        server.start();
        RedisConnection.open(RedisSettings.of(server.url()), metrics).close();

        Await.until(
                "threads end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("spindle-redis-io") && !thread.isDaemon()));
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("spindle-redis-dial")));
    }

    private static List<Object> run(RedisConnection redis) {
        byte[][] keys = {"key".getBytes(StandardCharsets.UTF_8)};
        List<byte[]> arguments = List.of("value".getBytes(StandardCharsets.UTF_8));
        return redis.run("echo", ECHO, "key", keys, arguments).join();
    }

    private String failure(RedisSettings settings) {
        return assertThrows(RedisUnreachableException.class, () -> RedisConnection.open(settings, metrics))
                .getMessage();
    }
}
