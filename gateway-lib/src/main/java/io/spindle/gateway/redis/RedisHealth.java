package io.spindle.gateway.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Redis answers, kept up by a probe in the background so that asking never blocks. A probe leaves every half
 * second while the last one was answered; one that stays open for a second counts as failed, so the answer is at most
 * about two seconds old. Changes are logged once each.
 *
 * <p>Owned by a {@link RedisConnection}; the probe runs on its background thread, {@link #healthy()} on any.
 */
final class RedisHealth implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisHealth.class);
    private static final long PROBE_INTERVAL_MILLIS = 500;
    private static final long PROBE_TIMEOUT_MILLIS = 1_000;

    private final Supplier<CompletableFuture<?>> ping;
    private final String address;
    private final ScheduledFuture<?> probing;
    private volatile boolean healthy = true;
    private boolean underWay;

    RedisHealth(Supplier<CompletableFuture<?>> ping, String address, ScheduledExecutorService background) {
        this.ping = ping;
        this.address = address;
        this.probing = background.scheduleWithFixedDelay(
                () -> probe(background), PROBE_INTERVAL_MILLIS, PROBE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean healthy() {
        return healthy;
    }

    private void probe(ScheduledExecutorService background) {
        if (underWay) {
            return;
        }
        underWay = true;
        ping.get().orTimeout(PROBE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).whenCompleteAsync(this::probed, background);
    }

    private void probed(Object pong, Throwable failure) {
        underWay = false;
        boolean answered = failure == null;
        if (answered == healthy) {
            return;
        }
        healthy = answered;
        if (answered) {
            log.info("Redis answers again: {}", address);
        } else {
            log.warn("Redis does not answer: {} ({})", address, RedisFailure.of(failure));
        }
    }

    @Override
    public void close() {
        probing.cancel(false);
    }
}
