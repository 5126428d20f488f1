package io.spindle.gateway.redis;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.routing.redis.WorkerDirectory;
import java.time.Duration;

/** A connection to a test's server, with the list of workers, in one piece to be closed. */
public final class RedisFixture implements AutoCloseable {
    public final GatewayMetrics metrics = new GatewayMetrics(new MetricRegistry());
    public final RedisConnection connection;
    public final WorkerDirectory workers;

    private RedisFixture(RedisSettings settings) {
        connection = RedisConnection.open(settings, metrics.redis());
        workers = WorkerDirectory.open(connection);
    }

    /** Connects with time-outs that fit a test. */
    public static RedisFixture connect(RedisServerProcess server) {
        return connect(RedisSettings.of(server.url()).withCommandTimeout(Duration.ofSeconds(1)));
    }

    public static RedisFixture connect(RedisSettings settings) {
        return new RedisFixture(settings);
    }

    @Override
    public void close() {
        workers.close();
        connection.close();
    }
}
