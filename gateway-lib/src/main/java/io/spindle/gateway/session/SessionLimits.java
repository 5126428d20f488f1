package io.spindle.gateway.session;

/**
 * Bounds of one session.
 *
 * @param maxQueueBytes encoded bytes that wait for the client (3008)
 * @param maxPending commands without an answer; at the bound no more frames are read
 * @param maxChannels subscriptions (106)
 * @param maxChannelBytes length of a channel's name in UTF-8 (107)
 * @param maxHistoryPublications publications in the answer to a client's history command; 0 for no limit
 * @param maxRecoveredPublications publications that a client recovers at once; one that missed more is told so instead; 0
 *     for no limit
 * @param maxCommandsPerSecond commands read in a second; past it reading pauses
 * @param maxBytesPerSecond bytes of frames read in a second; past it reading pauses
 * @param maxEmulatedBytes frames that came beside the connection, and wait to be read (3013)
 */
public record SessionLimits(
        int maxQueueBytes,
        int maxPending,
        int maxChannels,
        int maxChannelBytes,
        int maxHistoryPublications,
        int maxRecoveredPublications,
        int maxCommandsPerSecond,
        long maxBytesPerSecond,
        int maxEmulatedBytes) {
    public static final SessionLimits DEFAULTS =
            new SessionLimits(1_048_576, 256, 128, 255, 300, 300, 10_000, 16L * 1024 * 1024, 1_048_576);
}
