package io.spindle.gateway.http.websocket;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.Sessions;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;

/** Agrees on the encoding of a WebSocket for commands and replies. Stateless. */
final class ConnectionNegotiator extends Negotiator {
    private static final String JSON = "centrifuge-json";
    private static final String PROTOBUF = "centrifuge-protobuf";

    // All connections of an encoding share theirs.
    private final Manner json;
    private final Manner protobuf;

    ConnectionNegotiator(
            Sessions sessions,
            ClientCodec json,
            ClientCodec protobuf,
            WebSocketSettings settings,
            Admission admission) {
        super(sessions, settings, admission);
        this.json = Manner.bidirectional(json);
        this.protobuf = Manner.bidirectional(protobuf);
    }

    @Override
    Optional<Answer> objection(ServerUpgradeRequest request) {
        return Optional.empty();
    }

    @Override
    Manner agree(ServerUpgradeRequest request, ServerUpgradeResponse response) {
        Fields query = Request.extractQueryParameters(request);
        String offered = firstKnown(request.getSubProtocols());
        if (!offered.isEmpty()) {
            response.setAcceptedSubProtocol(offered);
        }
        boolean binary = offered.equals(PROTOBUF)
                || "protobuf".equals(query.getValue("format"))
                || "protobuf".equals(query.getValue("cf_protocol"));
        return binary ? protobuf : json;
    }

    private static String firstKnown(List<String> subProtocols) {
        for (String name : subProtocols) {
            if (name.equals(JSON) || name.equals(PROTOBUF)) {
                return name;
            }
        }
        return "";
    }
}
