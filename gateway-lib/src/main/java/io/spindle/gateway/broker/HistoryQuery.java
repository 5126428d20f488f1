package io.spindle.gateway.broker;

import java.util.OptionalLong;

/**
 * What to read of a channel's stream.
 *
 * @param limit how many publications at most; 0 for none but the position, negative for all
 * @param since after which offset (unsigned), or before which one in reverse; absent for the oldest, in reverse the newest
 * @param reverse whether from newer to older ones
 */
public record HistoryQuery(int limit, OptionalLong since, boolean reverse) {
    /** The position alone. */
    public static final HistoryQuery POSITION = new HistoryQuery(0, OptionalLong.empty(), false);

    /** What came after an offset, oldest first. */
    public static HistoryQuery after(long offset, int limit) {
        return new HistoryQuery(limit, OptionalLong.of(offset), false);
    }

    /** The newest, newest first. */
    public static HistoryQuery latest(int limit) {
        return new HistoryQuery(limit, OptionalLong.empty(), true);
    }
}
