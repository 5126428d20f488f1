package io.spindle.examples.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RStream;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamAddArgs;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

class WorkerTest {
    private final BlockingQueue<Event> seen = new ArrayBlockingQueue<>(100);
    private RedisServer server;
    private RedissonClient redis;
    private RStream<String, String> stream;
    private RScoredSortedSet<String> active;
    private Worker worker;
    private Thread running;

    @BeforeEach
    void start() throws Exception {
        int port = freePort();
        server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .build();
        server.start();
        String url = "redis://127.0.0.1:" + port;
        Config config = new Config();
        config.useSingleServer().setAddress(url).setConnectionMinimumIdleSize(1);
        redis = Redisson.create(config);
        stream = redis.getStream("messages:worker:w1", StringCodec.INSTANCE);
        active = redis.getScoredSortedSet("workers:active", StringCodec.INSTANCE);
        append("before");
        worker = new Worker(url, "w1");
        running = new Thread(() -> {
            try {
                worker.run(seen::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running.start();
        awaitRegistered();
    }

    @AfterEach
    void stop() throws Exception {
        redis.shutdown();
        server.stop();
    }

    @Test
    void readsWhatArrivesAfterItRegisteredInOrder() throws InterruptedException {
        append("one");
        append("two");

        assertEquals("one", next().text());
        assertEquals("two", next().text());
        worker.close();
    }

    @Test
    void anEventThatIsNoJsonIsSkipped() throws InterruptedException {
        stream.add(StreamAddArgs.entry("payload", "no json"));
        append("next");

        assertEquals("next", next().text());
        worker.close();
    }

    @Test
    void closingUnregistersAndEndsReading() throws InterruptedException {
        worker.close();

        assertNull(active.getScore("w1"));
        running.join(TimeUnit.SECONDS.toMillis(10));
        assertTrue(!running.isAlive());
    }

    private void append(String text) {
        stream.add(StreamAddArgs.entry(
                "payload",
                "{\"id\":\"1\",\"type\":\"message\",\"channel\":\"chat\",\"workerId\":\"w1\",\"userId\":\"u\","
                        + "\"userName\":\"U\",\"text\":\"" + text + "\",\"later\":true}"));
    }

    private Event next() throws InterruptedException {
        Event event = seen.poll(10, TimeUnit.SECONDS);
        assertTrue(event != null, "no event within 10 s");
        return event;
    }

    private void awaitRegistered() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (active.getScore("w1") == null) {
            assertTrue(System.nanoTime() < deadline, "not registered within 10 s");
            Thread.sleep(10);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
