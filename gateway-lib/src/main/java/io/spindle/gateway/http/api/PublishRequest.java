package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** {@code publish}: into one channel. */
final class PublishRequest extends PublishingRequest {
    private String channel = "";

    PublishRequest() {
        super("channel");
    }

    @Override
    void target(JsonInput in) throws IOException {
        channel = in.string();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return publish(calls, channel, data(), terms());
    }
}
