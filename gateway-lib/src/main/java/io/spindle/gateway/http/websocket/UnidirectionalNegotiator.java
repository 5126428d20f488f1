package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.ConnectParameter;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.ConnectionKind;
import io.spindle.gateway.session.Framing;
import io.spindle.gateway.session.Sessions;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;

/** Agrees on a WebSocket that brings pushes only; the connect request may come with the handshake. Stateless. */
final class UnidirectionalNegotiator extends Negotiator {
    private final ClientCodec codec;
    private final UnidirectionalSettings settings;

    UnidirectionalNegotiator(
            Sessions sessions,
            ClientCodec codec,
            WebSocketSettings settings,
            UnidirectionalSettings unidirectional,
            Admission admission) {
        super(sessions, settings, admission);
        this.codec = codec;
        this.settings = unidirectional;
    }

    @Override
    Optional<Answer> objection(ServerUpgradeRequest request) {
        if (!ConnectParameter.isIn(request)) {
            return Optional.empty();
        }
        boolean wellFormed = ConnectParameter.of(request, Optional.empty())
                .filter(frame -> !codec.decode(frame).malformed())
                .isPresent();
        return wellFormed ? Optional.empty() : Optional.of(ConnectParameter.MALFORMED);
    }

    @Override
    Manner agree(ServerUpgradeRequest request, ServerUpgradeResponse response) {
        Optional<ByteBuffer> first =
                ConnectParameter.isIn(request) ? ConnectParameter.of(request, Optional.empty()) : Optional.empty();
        return new Manner(
                ConnectionKind.UNI_WEBSOCKET,
                codec,
                settings.joinPushes() ? Framing.joined(codec) : Framing.single(),
                first,
                settings.disconnectPush());
    }
}
