package io.spindle.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.routing.redis.RedisRouteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With Sentinel everything is read from the master: a replica may be behind. */
@Timeout(60)
class SentinelTest {
    @TempDir
    Path directory;

    @Test
    void routesAreReadFromTheMasterThoughAReplicaIsBehind() throws IOException {
        try (RedisServerProcess master = new RedisServerProcess().start();
                RedisServerProcess replica =
                        new RedisServerProcess("--replicaof", "127.0.0.1", String.valueOf(master.port())).start()) {
            Await.until(
                    "the replica follows",
                    () -> replica.command("INFO", "replication").contains("link_status:up"));
            try (RedisServerProcess sentinel = sentinel(master)) {
                String url = "redis+sentinel://127.0.0.1:" + sentinel.port() + "/mymaster";
                replica.pause();
                try (RedisFixture redis = RedisFixture.connect(RedisSettings.of(url))) {
                    RedisRouteStore routes = new RedisRouteStore(redis.connection, Duration.ofDays(1));

                    assertEquals(Optional.of("w1"), route(routes, Optional.of("w1")));
                    assertEquals(Optional.of("w1"), route(routes, Optional.empty()));
                } finally {
                    replica.resume();
                }
            }
        }
    }

    private static Optional<String> route(RedisRouteStore routes, Optional<String> candidate) {
        return routes.readOrSet("chat:1", candidate).toCompletableFuture().join();
    }

    private RedisServerProcess sentinel(RedisServerProcess master) throws IOException {
        Path file = directory.resolve("sentinel.conf");
        Files.writeString(file, "sentinel monitor mymaster 127.0.0.1 " + master.port() + " 1\n");
        return new RedisServerProcess(file.toString(), "--sentinel").start();
    }
}
