package io.spindle.gateway.api.channel;

/** What a client that was away gets when it recovers. */
public enum RecoveryMode {
    /** All publications that it missed, or the word that they are not all there. */
    STREAM,
    /** The latest publication alone: for channels in which only the present value counts. */
    CACHE
}
