package io.spindle.gateway.http.api;

import io.spindle.gateway.http.Answer;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests of old client libraries: objects with {@code method} and {@code params}, one behind the other, whose
 * replies are lines. They are carried out in their order. Thread-safe.
 */
final class OldFormHandler implements Request.Handler {
    private static final byte[] ID = JsonWriter.name("id");

    private final ApiGate gate;
    private final Calls calls;

    OldFormHandler(ApiGate gate, Calls calls) {
        this.gate = gate;
        this.calls = calls;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        gate.admit(request, response, callback, this::take);
        return true;
    }

    private void take(ByteBuffer body, Request request, Response response, Callback callback) {
        List<OldCommand> commands;
        try {
            commands = read(body);
        } catch (IOException malformed) {
            MethodHandler.MALFORMED.send(response, callback);
            return;
        }
        if (commands.isEmpty()) {
            MethodHandler.MALFORMED.send(response, callback);
            return;
        }
        CompletionStage<List<Reply>> replies = InTurn.run(
                commands.stream()
                        .<Supplier<CompletionStage<Reply>>>map(command -> () -> calls.reply(command.request()))
                        .toList(),
                1);
        MethodHandler.send(replies, done -> answer(commands, done), request, response, callback);
    }

    private static List<OldCommand> read(ByteBuffer body) throws IOException {
        List<OldCommand> commands = new ArrayList<>();
        try (JsonInput in = JsonInput.open(body.array(), body.arrayOffset() + body.position(), body.limit())) {
            while (in.nextText()) {
                commands.add(OldCommand.read(in));
            }
        }
        return commands;
    }

    private static Answer answer(List<OldCommand> commands, List<Reply> replies) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < replies.size(); i++) {
            if (i > 0) {
                lines.write('\n');
            }
            JsonWriter out = new JsonWriter(0);
            out.number(ID, commands.get(i).id());
            replies.get(i).write(out, Reply.RESULT);
            lines.writeBytes(out.toByteArray());
        }
        return Answer.json(HttpStatus.OK_200, lines.toByteArray());
    }
}
