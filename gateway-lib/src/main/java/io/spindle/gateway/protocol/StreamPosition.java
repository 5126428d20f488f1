package io.spindle.gateway.protocol;

/**
 * A place in the stream of a channel's publications.
 *
 * @param offset of the last publication before it, an unsigned number; 0 for the beginning
 * @param epoch names one life of the stream; empty if it is not known
 */
public record StreamPosition(long offset, String epoch) {
    /** The beginning of whatever stream there is; also the position in a channel that has none. */
    public static final StreamPosition ZERO = new StreamPosition(0, "");
}
