package io.spindle.gateway.http.api;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers one method: a JSON object in the body, whatever its content type says. Thread-safe. */
final class MethodHandler implements Request.Handler {
    static final Answer MALFORMED = Answer.text(HttpStatus.BAD_REQUEST_400, "Bad Request");

    private static final String ERROR_MODE = "X-Centrifugo-Error-Mode";
    private static final String TRANSPORT = "transport";

    private final ApiGate gate;
    private final Calls calls;
    private final Supplier<ApiRequest> method;
    private final boolean wrapped;
    private final boolean transportErrors;

    /**
     * @param wrapped whether the result is a field of the answer, or the answer itself
     * @param transportErrors whether errors are HTTP statuses for callers that do not ask for it, too
     */
    MethodHandler(ApiGate gate, Calls calls, Supplier<ApiRequest> method, boolean wrapped, boolean transportErrors) {
        this.gate = gate;
        this.calls = calls;
        this.method = method;
        this.wrapped = wrapped;
        this.transportErrors = transportErrors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        gate.admit(request, response, callback, this::take);
        return true;
    }

    private void take(ByteBuffer body, Request request, Response response, Callback callback) {
        ApiRequest asked = method.get();
        try (JsonInput in = JsonInput.open(body.array(), body.arrayOffset() + body.position(), body.limit())) {
            asked.read(in);
            in.end();
        } catch (IOException malformed) {
            MALFORMED.send(response, callback);
            return;
        }
        boolean statuses =
                transportErrors || TRANSPORT.equals(request.getHeaders().get(ERROR_MODE));
        send(calls.reply(asked), reply -> answer(reply, statuses), request, response, callback);
    }

    /** How an answer is made of what has come. */
    interface Answering<T> {
        Answer of(T result);
    }

    static <T> void send(
            CompletionStage<T> result, Answering<T> answering, Request request, Response response, Callback callback) {
        // It may complete on a thread of Redis' client, which is not ours to write answers on.
        result.thenApply(answering::of)
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (failure == null) {
                                answer.send(response, callback);
                            } else {
                                callback.failed(failure);
                            }
                        },
                        request.getComponents().getExecutor());
    }

    private Answer answer(Reply reply, boolean statuses) {
        JsonWriter out = new JsonWriter(0);
        if (statuses && reply instanceof Reply.Failed failed) {
            failed.fields(out);
            return Answer.json(failed.error().status(), out.toByteArray());
        }
        if (!wrapped && reply instanceof Reply.Done done) {
            done.fields().write(out);
        } else {
            reply.write(out, Reply.RESULT);
        }
        return Answer.json(HttpStatus.OK_200, out.toByteArray());
    }
}
