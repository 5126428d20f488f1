package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code batch}: several requests, each {@code {"<method>":{…}}}, one after another or together. */
final class BatchRequest extends ApiRequest {
    private static final Names FIELDS = Names.of("commands", "parallel");
    private static final byte[] REPLIES = JsonWriter.name("replies");
    private static final int AT_A_TIME = 1024;

    private final List<BatchCommand> commands = new ArrayList<>();
    private boolean parallel;

    BatchRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "parallel" -> parallel = in.bool();
            default -> {
                if (in.enterArray()) {
                    while (in.nextElement()) {
                        commands.add(BatchCommand.read(in));
                    }
                }
            }
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return InTurn.run(
                        commands.stream()
                                .<Supplier<CompletionStage<Reply>>>map(
                                        command -> () -> calls.reply(() -> command.answer(calls)))
                                .toList(),
                        parallel ? AT_A_TIME : 1)
                .thenApply(this::result);
    }

    private ResultFields result(List<Reply> replies) {
        return out -> {
            out.beginList(REPLIES);
            for (int i = 0; i < replies.size(); i++) {
                out.beginElement();
                replies.get(i).write(out, commands.get(i).name());
                out.end();
            }
            out.endList();
        };
    }
}
