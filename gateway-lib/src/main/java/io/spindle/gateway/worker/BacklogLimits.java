package io.spindle.gateway.worker;

/**
 * How much may wait for a worker; past a bound, publishers get a temporary error.
 *
 * @param maxBacklog events of all channels
 * @param maxBacklogBytes their size in bytes, as {@link EventTally} estimates it
 * @param maxChannelBacklog events of one channel
 */
public record BacklogLimits(int maxBacklog, long maxBacklogBytes, int maxChannelBacklog) {
    /** 100,000 events of 256 MiB in all, 2,000 of one channel. */
    public static final BacklogLimits DEFAULT = new BacklogLimits(100_000, 256L << 20, 2_000);

    public BacklogLimits {
        Settings.requirePositive("maxBacklog", maxBacklog);
        Settings.requirePositive("maxBacklogBytes", maxBacklogBytes);
        Settings.requirePositive("maxChannelBacklog", maxChannelBacklog);
    }
}
