package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.redis.RedisServerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A transport on a server of the test's own, and what a test says to it. */
@Timeout(120)
abstract class StreamTestBase {
    static final String WORKER = "worker-0";
    static final String STATE = "{messages:worker:" + WORKER + "}:state";
    private static final EventSource SOURCE = new EventSource("42", "Alice", true, "c1");

    static final ReplyListener NOBODY_WAITS = (eventId, answer) -> false;

    RedisServerProcess server;
    RedisFixture redis;
    RedisStreamTransport transport;

    void startServer(String... options) {
        server = new RedisServerProcess(options).start();
    }

    void open(RedisTransportSettings settings) {
        redis = RedisFixture.connect(server);
        transport = new RedisStreamTransport(redis.connection, redis.workers, settings);
        transport.start(() -> CompletableFuture.completedFuture(null), NOBODY_WAITS);
    }

    /** With one worker of the old style. */
    void open() {
        server.command("ZADD", "workers:active", "1", WORKER);
        open(RedisTransportSettings.DEFAULTS);
    }

    /** With one managed worker, whose process is imagined. */
    void openManaged(RedisTransportSettings settings) {
        server.command("SET", STATE, "open");
        server.command("HSET", "spindle:workers", WORKER, "default");
        server.command("ZADD", "workers:active", "1", WORKER);
        open(settings);
    }

    @AfterEach
    void closeAll() {
        if (transport != null) {
            transport.close();
            redis.close();
        }
        server.close();
    }

    CompletableFuture<Appending> append(ClientEvent event) {
        return append(event, Duration.ofSeconds(20));
    }

    CompletableFuture<Appending> append(ClientEvent event, Duration patience) {
        return transport
                .append(WORKER, event, System.nanoTime() + patience.toNanos())
                .toCompletableFuture();
    }

    List<String> ids() {
        return EventJson.ids(server.payloads(WORKER));
    }

    static ClientEvent message(String channel) {
        Payload data = Payload.json("{\"text\":\"hello\"}");
        return new ClientEvent.Message(
                UUID.randomUUID().toString(), Instant.now(), channel, SOURCE, data, Optional.of("hello"));
    }

    static ClientEvent join(String channel) {
        return new ClientEvent.Join(UUID.randomUUID().toString(), Instant.now(), channel, SOURCE);
    }
}
