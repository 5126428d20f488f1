package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** {@code unsubscribe}: ends subscriptions to a channel, or, without one, to all of them. */
final class UnsubscribeRequest extends ClientsRequest {
    private static final Names FIELDS = Names.of("user", "client", "session", "channel");

    private String channel = "";

    UnsubscribeRequest() {
        super(FIELDS);
    }

    @Override
    void ownField(String name, JsonInput in) throws IOException {
        channel = in.string();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return done(calls.api().unsubscribe(clients(), channel));
    }
}
