package io.spindle.gateway.session;

/**
 * Bounds of what waits for one client.
 *
 * @param maxQueueBytes encoded bytes that may wait; past it a client that does not take what is written is closed (3008)
 * @param maxFrameMessages messages joined into one frame
 * @param maxFrameBytes bytes of a joined frame; a single larger message goes alone
 * @param slowFrameBytes the same for a client whose last write did not end at once, so that progress is seen
 * @param writeTimeoutNanos how long one write may take before the connection is given up (3009)
 */
record OutboundLimits(
        int maxQueueBytes, int maxFrameMessages, int maxFrameBytes, int slowFrameBytes, long writeTimeoutNanos) {
    private static final int FRAME_MESSAGES = 64;
    private static final int FRAME_BYTES = 64 * 1024;
    private static final int SLOW_FRAME_BYTES = 16 * 1024;

    static OutboundLimits of(SessionSettings settings) {
        return new OutboundLimits(
                settings.limits().maxQueueBytes(),
                FRAME_MESSAGES,
                FRAME_BYTES,
                SLOW_FRAME_BYTES,
                settings.times().writeTimeout().toNanos());
    }

    /** A write that took longer than this marks its client as slow for the next frame. */
    long slowNanos() {
        return writeTimeoutNanos / 10;
    }
}
