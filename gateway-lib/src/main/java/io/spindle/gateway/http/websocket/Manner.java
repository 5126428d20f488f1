package io.spindle.gateway.http.websocket;

import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.ConnectionKind;
import io.spindle.gateway.session.Framing;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a WebSocket is used for.
 *
 * @param framing how messages stand in its frames
 * @param first the first message, if it came with the handshake
 * @param disconnectPush whether a push says why the connection ends, before the close frame does
 */
record Manner(
        ConnectionKind kind, ClientCodec codec, Framing framing, Optional<ByteBuffer> first, boolean disconnectPush) {
    /** Commands and replies. */
    static Manner bidirectional(ClientCodec codec) {
        return new Manner(ConnectionKind.WEBSOCKET, codec, Framing.joined(codec), Optional.empty(), false);
    }
}
