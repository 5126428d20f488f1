package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.RequestHeaders;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.http.admission.Place;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.ConnectionKind;
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
 * Agrees on encoding and compression with a client that upgrades. Unknown sub-protocols and query parameters are ignored,
 * as SDKs expect; a client over a limit is refused before. Stateless.
 */
final class ConnectionNegotiator implements WebSocketNegotiator {
    private static final String JSON = "centrifuge-json";
    private static final String PROTOBUF = "centrifuge-protobuf";
    private static final String DEFLATE = "permessage-deflate";

    /** The protocol's rule for compressed messages. */
    private static final int INFLATION = 10;

    private final Sessions sessions;
    private final ClientCodec json;
    private final ClientCodec protobuf;
    private final WebSocketSettings settings;
    private final Admission admission;

    ConnectionNegotiator(
            Sessions sessions,
            ClientCodec json,
            ClientCodec protobuf,
            WebSocketSettings settings,
            Admission admission) {
        this.sessions = sessions;
        this.json = json;
        this.protobuf = protobuf;
        this.settings = settings;
        this.admission = admission;
    }

    @Override
    public void customize(Configuration configuration) {
        // Sessions have clocks of their own, and count the bytes of messages over all their frames.
        configuration.setIdleTimeout(Duration.ZERO);
        configuration.setMaxFrameSize(-1);
        configuration.setAutoFragment(true);
        configuration.setInputBufferSize(settings.readBufferBytes());
        configuration.setOutputBufferSize(settings.writeBufferBytes());
    }

    @Override
    public @Nullable FrameHandler negotiate(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Optional<Place> admitted = admission.admit(request, response, callback);
        if (admitted.isEmpty()) {
            return null;
        }
        Place place = admitted.get();
        place.leaveUnlessUpgraded(request);
        return agree(request, response, place);
    }

    private FrameHandler agree(ServerUpgradeRequest request, ServerUpgradeResponse response, Place place) {
        Fields query = Request.extractQueryParameters(request);
        String offered = firstKnown(request.getSubProtocols());
        if (!offered.isEmpty()) {
            response.setAcceptedSubProtocol(offered);
        }
        boolean binary = offered.equals(PROTOBUF)
                || "protobuf".equals(query.getValue("format"))
                || "protobuf".equals(query.getValue("cf_protocol"));
        boolean compressed = agreeOnCompression(response);
        int maxMessage = settings.maxMessageBytes() * (compressed ? INFLATION : 1);
        boolean framePings = "true".equals(query.getValue("cf_ws_frame_ping_pong"));
        return new WebSocketConnection(
                sessions,
                place,
                binary ? protobuf : json,
                new Handshake(ConnectionKind.WEBSOCKET, RequestHeaders.of(request), framePings),
                request.getComponents().getScheduler(),
                settings,
                maxMessage);
    }

    private static String firstKnown(List<String> subProtocols) {
        for (String name : subProtocols) {
            if (name.equals(JSON) || name.equals(PROTOBUF)) {
                return name;
            }
        }
        return "";
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
