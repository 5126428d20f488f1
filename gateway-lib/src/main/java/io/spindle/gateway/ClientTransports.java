package io.spindle.gateway;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.http.ClientEndpoints;
import io.spindle.gateway.http.CrossOrigin;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.RequestBody;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.http.emulation.EmulationEndpoint;
import io.spindle.gateway.http.init.InitEndpoint;
import io.spindle.gateway.http.stream.StreamEndpoint;
import io.spindle.gateway.http.websocket.WebSocketEndpoint;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.json.JsonCodec;
import io.spindle.gateway.protocol.json.UnidirectionalJsonCodec;
import io.spindle.gateway.protocol.protobuf.ProtobufCodec;
import io.spindle.gateway.session.ConnectionKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Everything that clients connect to, wired together. Used by a gateway's own listeners and by mounted handlers. */
final class ClientTransports {
    private final GatewaySettings settings;
    private final Engine engine;
    private final Admission admission;
    private final CrossOrigin crossOrigin;
    private final ClientCodec json = new JsonCodec();
    private final ClientCodec protobuf = new ProtobufCodec();
    private final ClientCodec pushes = new UnidirectionalJsonCodec();

    ClientTransports(GatewaySettings settings, Engine engine) {
        this.settings = settings;
        this.engine = engine;
        this.admission = new Admission(settings.connectionLimits());
        this.crossOrigin = new CrossOrigin(settings.http().originCheck());
    }

    /** With handlers of its own each time: a handler belongs to one server. */
    ClientEndpoints endpoints() {
        TransportSettings transports = settings.transports();
        Map<Endpoint, String> paths = transports.paths();
        WebSocketEndpoint websockets = new WebSocketEndpoint(engine.sessions(), settings.websocket(), admission);
        String bidirectional = paths.get(Endpoint.WEBSOCKET);
        if (bidirectional != null) {
            websockets.bidirectional(bidirectional, json, protobuf);
        }
        String unidirectional = paths.get(Endpoint.UNI_WEBSOCKET);
        if (unidirectional != null) {
            websockets.unidirectional(unidirectional, pushes, transports.uniWebsocket());
        }
        return new ClientEndpoints(
                paths,
                websockets.handler(),
                Map.of(
                        Endpoint.HTTP_STREAM,
                        stream(ConnectionKind.HTTP_STREAM, Endpoint.HTTP_STREAM, json, protobuf),
                        Endpoint.SSE,
                        stream(ConnectionKind.SSE, Endpoint.SSE, json, json),
                        Endpoint.UNI_HTTP_STREAM,
                        stream(ConnectionKind.UNI_HTTP_STREAM, Endpoint.UNI_HTTP_STREAM, pushes, pushes),
                        Endpoint.UNI_SSE,
                        stream(ConnectionKind.UNI_SSE, Endpoint.UNI_SSE, pushes, pushes),
                        Endpoint.INIT,
                        new InitEndpoint(crossOrigin, admission),
                        Endpoint.EMULATION,
                        new EmulationEndpoint(this::carry, crossOrigin, limits(Endpoint.EMULATION))));
    }

    private CompletionStage<Boolean> carry(String node, String session, Payload commands) {
        return engine.broker().control(node, new ControlMessage.Emulate(session, commands));
    }

    private StreamEndpoint stream(ConnectionKind kind, Endpoint endpoint, ClientCodec text, ClientCodec binary) {
        return new StreamEndpoint(
                kind,
                engine.sessions(),
                text,
                binary,
                crossOrigin,
                admission,
                limits(endpoint),
                Optional.ofNullable(settings.transports().connectRefusals().get(endpoint)));
    }

    private RequestBody.Limits limits(Endpoint endpoint) {
        return new RequestBody.Limits(
                settings.transports().maxBodyBytes(endpoint),
                settings.http().limits().requestTimeout());
    }
}
