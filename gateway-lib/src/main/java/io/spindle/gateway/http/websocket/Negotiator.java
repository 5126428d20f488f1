package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.RequestHeaders;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.http.admission.Place;
import io.spindle.gateway.session.Handshake;
import io.spindle.gateway.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on a WebSocket with a client that upgrades, compression included. Unknown sub-protocols and query parameters are
 * ignored, as SDKs expect; a client over a limit is refused before. Stateless.
 */
abstract class Negotiator implements WebSocketNegotiator {
    private static final String DEFLATE = "permessage-deflate";

    /** The protocol's rule for compressed messages. */
    private static final int INFLATION = 10;

    private final Sessions sessions;
    private final WebSocketSettings settings;
    private final Admission admission;

    Negotiator(Sessions sessions, WebSocketSettings settings, Admission admission) {
        this.sessions = sessions;
        this.settings = settings;
        this.admission = admission;
    }

    /** What is wrong with a handshake, if something is. */
    abstract Optional<Answer> objection(ServerUpgradeRequest request);

    /** What the WebSocket will be used for; tells the client which sub-protocol that is. */
    abstract Manner agree(ServerUpgradeRequest request, ServerUpgradeResponse response);

    @Override
    public final void customize(Configuration configuration) {
        // Sessions have clocks of their own, and count the bytes of messages over all their frames.
        configuration.setIdleTimeout(Duration.ZERO);
        configuration.setMaxFrameSize(-1);
        configuration.setAutoFragment(true);
        configuration.setInputBufferSize(settings.readBufferBytes());
        configuration.setOutputBufferSize(settings.writeBufferBytes());
    }

    @Override
    public final @Nullable FrameHandler negotiate(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Optional<Answer> objection = objection(request);
        if (objection.isPresent()) {
            objection.get().send(response, callback);
            return null;
        }
        Optional<Place> admitted = admission.admit(request, response, callback);
        if (admitted.isEmpty()) {
            return null;
        }
        Place place = admitted.get();
        place.leaveUnlessUpgraded(request);
        return open(request, response, place);
    }

    private FrameHandler open(ServerUpgradeRequest request, ServerUpgradeResponse response, Place place) {
        Fields query = Request.extractQueryParameters(request);
        Manner manner = agree(request, response);
        boolean compressed = agreeOnCompression(response);
        int maxMessage = settings.maxMessageBytes() * (compressed ? INFLATION : 1);
        boolean framePings = "true".equals(query.getValue("cf_ws_frame_ping_pong"));
        return new WebSocketConnection(
                sessions,
                place,
                manner,
                new Handshake(
                        manner.kind(),
                        RequestHeaders.of(request),
                        framePings && !manner.kind().isUnidirectional()),
                maxMessage);
    }

    private boolean agreeOnCompression(ServerUpgradeResponse response) {
        List<ExtensionConfig> accepted = response.getExtensions().stream()
                .filter(extension ->
                        settings.compression() && extension.getName().equals(DEFLATE))
                .toList();
        response.setExtensions(accepted);
        return !accepted.isEmpty();
    }
}
