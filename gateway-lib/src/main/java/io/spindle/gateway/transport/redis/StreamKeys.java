package io.spindle.gateway.transport.redis;

import java.nio.charset.StandardCharsets;

/**
 * The names of one worker's keys, encoded once. All hash to the slot of the stream itself, so that one script may touch
 * them together.
 *
 * @param stream the stream, {@code messages:worker:{id}}: a contract with existing workers
 * @param all the keys in the order that the append script wants
 * @param wakeChannel where a parked reader listens
 */
record StreamKeys(String stream, byte[][] all, byte[] wakeChannel) {
    static StreamKeys of(String workerId, String senderId) {
        String stream = "messages:worker:" + workerId;
        String beside = "{" + stream + "}:";
        byte[][] all = {
            utf8(stream),
            utf8(beside + "state"),
            utf8(beside + "seq:" + senderId),
            utf8(beside + "bytes"),
            utf8(beside + "full"),
            utf8(beside + "parked")
        };
        return new StreamKeys(stream, all, utf8("spindle:wake:" + workerId));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
