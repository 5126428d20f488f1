package io.spindle.gateway.client;

/**
 * A push of a channel, in words that both encodings share.
 *
 * @param data of a publication, as text; else empty
 * @param user who published, came or went; empty if that was nobody
 * @param client that user's connection
 */
public record ChannelPush(Kind kind, String data, String user, String client) {
    /** What it tells. */
    public enum Kind {
        PUBLICATION,
        JOIN,
        LEAVE
    }
}
