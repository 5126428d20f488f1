package io.spindle.gateway.worker;

/**
 * How many dead letters are kept; at the bound an event stays where it is, and its channel waits.
 *
 * @param maxDeadLetters events
 * @param maxDeadLetterBytes their size in bytes, as {@link EventTally} estimates it
 */
public record DeadLetterLimits(int maxDeadLetters, long maxDeadLetterBytes) {
    /** 10,000 events of 64 MiB in all. */
    public static final DeadLetterLimits DEFAULT = new DeadLetterLimits(10_000, 64L << 20);

    public DeadLetterLimits {
        Settings.requirePositive("maxDeadLetters", maxDeadLetters);
        Settings.requirePositive("maxDeadLetterBytes", maxDeadLetterBytes);
    }
}
