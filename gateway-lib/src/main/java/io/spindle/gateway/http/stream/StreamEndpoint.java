package io.spindle.gateway.http.stream;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.ConnectParameter;
import io.spindle.gateway.http.CrossOrigin;
import io.spindle.gateway.http.RequestBody;
import io.spindle.gateway.http.RequestHeaders;
import io.spindle.gateway.http.admission.Admission;
import io.spindle.gateway.http.admission.Place;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.session.ConnectionKind;
import io.spindle.gateway.session.Framing;
import io.spindle.gateway.session.Handshake;
import io.spindle.gateway.session.Sessions;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Begins connections over responses that do not end. The first frame comes with the request: in the body of a POST, or,
 * where events are asked for, in the query of a GET, since an {@code EventSource} can't do anything else. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/http_stream">Centrifugal: HTTP streaming</a>
 * @see <a href="https://centrifugal.dev/docs/transports/sse">Centrifugal: SSE</a>
 */
public final class StreamEndpoint implements Request.Handler {
    private static final String EMPTY_REQUEST = "{}";
    private static final byte[] EVENTS_OPENING = {'\r', '\n'};
    private static final Answer MALFORMED = Answer.text(HttpStatus.BAD_REQUEST_400, "malformed connect request");

    private final ConnectionKind kind;
    private final boolean events;
    private final Set<HttpMethod> methods;
    private final Sessions sessions;
    private final ClientCodec json;
    private final ClientCodec binary;
    private final CrossOrigin crossOrigin;
    private final Admission admission;
    private final RequestBody.Limits limits;
    private final Optional<ConnectRefusals> refusals;

    /**
     * @param kind one without WebSocket
     * @param binary the codec of clients that send a binary body
     * @param refusals how a failed connect is answered, if not over a connection
     */
    public StreamEndpoint(
            ConnectionKind kind,
            Sessions sessions,
            ClientCodec json,
            ClientCodec binary,
            CrossOrigin crossOrigin,
            Admission admission,
            RequestBody.Limits limits,
            Optional<ConnectRefusals> refusals) {
        this.kind = kind;
        this.events = kind == ConnectionKind.SSE || kind == ConnectionKind.UNI_SSE;
        this.methods = events ? EnumSet.of(HttpMethod.GET, HttpMethod.POST) : EnumSet.of(HttpMethod.POST);
        this.sessions = sessions;
        this.json = json;
        this.binary = binary;
        this.crossOrigin = crossOrigin;
        this.admission = admission;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!crossOrigin.admits(request, response, callback, methods)) {
            return true;
        }
        if (HttpMethod.GET.is(request.getMethod())) {
            Optional<ByteBuffer> first = ConnectParameter.of(
                    request, kind.isUnidirectional() ? Optional.of(EMPTY_REQUEST) : Optional.empty());
            if (first.isPresent()) {
                begin(request, response, callback, first.get());
            } else {
                ConnectParameter.MALFORMED.send(response, callback);
            }
        } else {
            RequestBody.read(
                    request,
                    limits,
                    body -> begin(request, response, callback, body),
                    refusal -> refusal.send(response, callback));
        }
        return true;
    }

    private void begin(Request request, Response response, Callback callback, ByteBuffer first) {
        ClientCodec codec = RequestBody.isBinary(request) ? binary : json;
        if (kind.isUnidirectional() && codec.decode(first.duplicate()).malformed()) {
            MALFORMED.send(response, callback);
            return;
        }
        Optional<Place> place = admission.admit(request, response, callback);
        if (place.isEmpty()) {
            return;
        }
        response.setStatus(HttpStatus.OK_200);
        StreamHead.write(response.getHeaders(), events, codec.encoding());
        new StreamConnection(
                        request,
                        response,
                        callback,
                        codec,
                        events ? Framing.events() : Framing.endless(codec),
                        refusals)
                .open(
                        sessions,
                        new Handshake(kind, RequestHeaders.of(request), false),
                        ByteBuffer.wrap(events ? EVENTS_OPENING : new byte[0]),
                        first,
                        place.get());
    }
}
