package io.spindle.gateway.transport.redis;

import java.time.Duration;

/**
 * Bounds of the transport. Per stream of a worker unless said otherwise.
 *
 * @param maxBatchEvents events in one call of the append script
 * @param maxBatchBytes bytes of the payloads in one call
 * @param batchInterval the next batch leaves so long after the last one, unless it is full before
 * @param maxQueuedBytes bytes of payloads that wait or are under way in this gateway; at the bound: backlog_full
 * @param maxQueuedPresenceBytes the same for joins and leaves alone, which may wait long
 * @param maxBacklog events in the stream of a managed worker; at the bound: backlog_full
 * @param maxBacklogBytes bytes of payloads there
 * @param oldWorkerStreamLength events that the stream of an old-style worker is trimmed to, about
 * @param closeTimeout how long closing waits for what is under way
 */
public record RedisTransportSettings(
        int maxBatchEvents,
        int maxBatchBytes,
        Duration batchInterval,
        long maxQueuedBytes,
        long maxQueuedPresenceBytes,
        int maxBacklog,
        long maxBacklogBytes,
        int oldWorkerStreamLength,
        Duration closeTimeout) {
    private static final long MIB = 1_024 * 1_024;

    public static final RedisTransportSettings DEFAULTS = new RedisTransportSettings(
            256,
            (int) MIB,
            Duration.ofMillis(2),
            32 * MIB,
            8 * MIB,
            100_000,
            256 * MIB,
            100_000,
            Duration.ofSeconds(3));

    /** A script call holds up all other clients of the server while it runs: some 10 ms at this size. */
    private static final int LARGEST_BATCH = 4_096;

    public RedisTransportSettings {
        requireInRange("maxBatchEvents", maxBatchEvents, 1, LARGEST_BATCH);
        requireInRange("maxBatchBytes", maxBatchBytes, 1, 64 * MIB);
        requireInRange("maxQueuedBytes", maxQueuedBytes, 1, Long.MAX_VALUE);
        requireInRange("maxQueuedPresenceBytes", maxQueuedPresenceBytes, 1, Long.MAX_VALUE);
        requireInRange("maxBacklog", maxBacklog, 1, Integer.MAX_VALUE);
        requireInRange("maxBacklogBytes", maxBacklogBytes, 1, Long.MAX_VALUE);
        requireInRange("oldWorkerStreamLength", oldWorkerStreamLength, 1, Integer.MAX_VALUE);
        requireInRange("batchInterval in ms", batchInterval.toMillis(), 0, 1_000);
        requireInRange("closeTimeout in ms", closeTimeout.toMillis(), 0, 60_000);
    }

    public RedisTransportSettings withMaxBatchEvents(int maxBatchEvents) {
        return new RedisTransportSettings(
                maxBatchEvents,
                maxBatchBytes,
                batchInterval,
                maxQueuedBytes,
                maxQueuedPresenceBytes,
                maxBacklog,
                maxBacklogBytes,
                oldWorkerStreamLength,
                closeTimeout);
    }

    public RedisTransportSettings withMaxQueuedBytes(long maxQueuedBytes) {
        return new RedisTransportSettings(
                maxBatchEvents,
                maxBatchBytes,
                batchInterval,
                maxQueuedBytes,
                maxQueuedPresenceBytes,
                maxBacklog,
                maxBacklogBytes,
                oldWorkerStreamLength,
                closeTimeout);
    }

    public RedisTransportSettings withMaxBacklog(int maxBacklog) {
        return new RedisTransportSettings(
                maxBatchEvents,
                maxBatchBytes,
                batchInterval,
                maxQueuedBytes,
                maxQueuedPresenceBytes,
                maxBacklog,
                maxBacklogBytes,
                oldWorkerStreamLength,
                closeTimeout);
    }

    public RedisTransportSettings withOldWorkerStreamLength(int oldWorkerStreamLength) {
        return new RedisTransportSettings(
                maxBatchEvents,
                maxBatchBytes,
                batchInterval,
                maxQueuedBytes,
                maxQueuedPresenceBytes,
                maxBacklog,
                maxBacklogBytes,
                oldWorkerStreamLength,
                closeTimeout);
    }

    private static void requireInRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }
}
