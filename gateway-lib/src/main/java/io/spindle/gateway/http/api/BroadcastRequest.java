package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code broadcast}: the same into many channels, each with an outcome of its own. */
final class BroadcastRequest extends PublishingRequest {
    private static final byte[] RESPONSES = JsonWriter.name("responses");
    private static final int AT_A_TIME = 1024;

    private List<String> channels = List.of();

    BroadcastRequest() {
        super("channels");
    }

    @Override
    void target(JsonInput in) throws IOException {
        channels = in.strings();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        if (channels.isEmpty()) {
            throw new ApiException(ApiError.BAD_REQUEST);
        }
        Payload data = data();
        PublishTerms terms = terms();
        return InTurn.run(
                        channels.stream()
                                .<Supplier<CompletionStage<Reply>>>map(
                                        channel -> () -> calls.reply(() -> publish(calls, channel, data, terms)))
                                .toList(),
                        AT_A_TIME)
                .thenApply(BroadcastRequest::result);
    }

    private static ResultFields result(List<Reply> responses) {
        return out -> {
            out.beginList(RESPONSES);
            for (Reply response : responses) {
                out.beginElement();
                response.write(out, Reply.RESULT);
                out.end();
            }
            out.endList();
        };
    }
}
