package io.spindle.examples.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.redisson.Redisson;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RStream;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamRangeArgs;
import org.redisson.api.stream.StreamReadArgs;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker in the earlier gateway's style: registered in {@code workers:active}, reading its stream with a plain blocking
 * {@code XREAD}. At most once: what arrives while it is down, or is read just before it dies, is not seen again.
 *
 * <p>One thread calls {@link #run}; any thread may call {@link #close}.
 */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration BLOCK = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    private final String id;
    private final RedissonClient redis;
    private final RScoredSortedSet<String> active;
    private final RStream<String, String> stream;
    private volatile boolean closed;

    Worker(String redisUrl, String id) {
        this.id = id;
        this.redis = connect(redisUrl);
        this.active = redis.getScoredSortedSet("workers:active", StringCodec.INSTANCE);
        this.stream = redis.getStream("messages:worker:" + id, StringCodec.INSTANCE);
    }

    private static RedissonClient connect(String url) {
        Config config = new Config();
        config.useSingleServer().setAddress(url).setConnectionPoolSize(4).setConnectionMinimumIdleSize(2);
        return Redisson.create(config);
    }

    /** Registers, and hands over each event in order, until the worker is closed. */
    void run(Consumer<Event> handler) throws InterruptedException {
        // Before registering: from then on the gateway may append.
        StreamMessageId position = endOfStream();
        active.add(System.currentTimeMillis(), id);
        log.info("Registered: worker={}", id);
        while (!closed) {
            try {
                for (Map.Entry<StreamMessageId, Map<String, String>> entry : readAfter(position)) {
                    position = entry.getKey();
                    handle(entry.getValue().get("payload"), handler);
                }
            } catch (RedisException e) {
                if (!closed) {
                    log.warn("Reading failed, trying again: worker={}", id, e);
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        }
    }

    /** What {@code $} means, as an id: between two reads from {@code $} events would be missed. */
    private StreamMessageId endOfStream() {
        StreamRangeArgs last = StreamRangeArgs.startId(StreamMessageId.MAX)
                .endId(StreamMessageId.MIN)
                .count(1);
        return stream.rangeReversed(last).keySet().stream().findFirst().orElse(new StreamMessageId(0));
    }

    private Iterable<Map.Entry<StreamMessageId, Map<String, String>>> readAfter(StreamMessageId position) {
        return stream.read(StreamReadArgs.greaterThan(position).count(BATCH).timeout(BLOCK))
                .entrySet();
    }

    private void handle(String payload, Consumer<Event> handler) {
        try {
            handler.accept(Event.parse(payload));
        } catch (JsonProcessingException | RuntimeException e) {
            // One event that can't be handled must not stop those behind it.
            log.warn("Event skipped: worker={}", id, e);
        }
    }

    /** Unregisters; the channels of this worker move to others. */
    @Override
    public void close() {
        closed = true;
        active.remove(id);
        redis.shutdown();
    }
}
