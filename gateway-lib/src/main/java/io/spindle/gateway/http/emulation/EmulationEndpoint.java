package io.spindle.gateway.http.emulation;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.CrossOrigin;
import io.spindle.gateway.http.RequestBody;
import io.spindle.gateway.protocol.EmulationRequest;
import io.spindle.gateway.protocol.json.JsonEmulation;
import io.spindle.gateway.protocol.protobuf.ProtobufEmulation;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the commands of clients whose connection brings nothing from them. Any gateway may be asked: the commands go to
 * the one that holds the connection, and the replies come there. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/http_stream">Centrifugal: emulation</a>
 */
public final class EmulationEndpoint implements Request.Handler {
    private static final Logger log = LoggerFactory.getLogger(EmulationEndpoint.class);

    private static final Set<HttpMethod> METHODS = EnumSet.of(HttpMethod.POST);
    private static final Answer MALFORMED =
            Answer.text(HttpStatus.BAD_REQUEST_400, "malformed (expected: session, node and data)");
    private static final Answer UNKNOWN_NODE = Answer.text(HttpStatus.NOT_FOUND_404, "no such node");
    private static final Answer UNAVAILABLE =
            Answer.text(HttpStatus.SERVICE_UNAVAILABLE_503, "unavailable, try again later");

    private final CommandCarrier carrier;
    private final CrossOrigin crossOrigin;
    private final RequestBody.Limits limits;

    public EmulationEndpoint(CommandCarrier carrier, CrossOrigin crossOrigin, RequestBody.Limits limits) {
        this.carrier = carrier;
        this.crossOrigin = crossOrigin;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (crossOrigin.admits(request, response, callback, METHODS)) {
            RequestBody.read(
                    request,
                    limits,
                    body -> take(body, request, response, callback),
                    refusal -> refusal.send(response, callback));
        }
        return true;
    }

    private void take(ByteBuffer body, Request request, Response response, Callback callback) {
        Optional<EmulationRequest> read =
                RequestBody.isBinary(request) ? ProtobufEmulation.request(body) : JsonEmulation.request(body);
        if (read.isEmpty()) {
            MALFORMED.send(response, callback);
            return;
        }
        EmulationRequest commands = read.get();
        if (commands.commands().isEmpty()) {
            // Also data of a wrong type, which the reference passes over, too.
            accepted(response, callback);
            return;
        }
        carrier.carry(commands.node(), commands.session(), commands.commands())
                // It may complete on a thread of Redis' client, which is not ours to write answers on.
                .whenCompleteAsync(
                        (found, failure) -> answer(found, failure, response, callback),
                        request.getComponents().getExecutor());
    }

    private static void answer(
            @Nullable Boolean found, @Nullable Throwable failure, Response response, Callback callback) {
        if (found == null) {
            log.warn("Commands did not reach their gateway", failure);
            UNAVAILABLE.send(response, callback);
        } else if (found) {
            accepted(response, callback);
        } else {
            UNKNOWN_NODE.send(response, callback);
        }
    }

    private static void accepted(Response response, Callback callback) {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
    }
}
