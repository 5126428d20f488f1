package io.spindle.gateway.session;

/**
 * What one connection may send in a second. Past it reading pauses until the second is over, so that TCP holds the
 * sender back and nothing is lost. Confined to its session's serial work.
 */
final class ReadBudget {
    private static final long SECOND = 1_000_000_000L;

    private final SessionLimits limits;
    private long secondStarted;
    private int commands;
    private long bytes;

    ReadBudget(SessionLimits limits, long nowNanos) {
        this.limits = limits;
        this.secondStarted = nowNanos;
    }

    /** Counts a frame. Returns when the next one may be read: now, or the end of the second. */
    long spend(int frameCommands, int frameBytes, long nowNanos) {
        if (nowNanos - secondStarted >= SECOND) {
            secondStarted = nowNanos;
            commands = 0;
            bytes = 0;
        }
        commands += frameCommands;
        bytes += frameBytes;
        boolean spent = commands > limits.maxCommandsPerSecond() || bytes > limits.maxBytesPerSecond();
        return spent ? secondStarted + SECOND : nowNanos;
    }
}
