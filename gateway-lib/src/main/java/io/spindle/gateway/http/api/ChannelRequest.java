package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** A request that names a channel and nothing else. */
final class ChannelRequest extends ApiRequest {
    private static final Names FIELDS = Names.of("channel");

    private final BiFunction<ServerApi, String, CompletionStage<ResultFields>> method;
    private String channel = "";

    ChannelRequest(BiFunction<ServerApi, String, CompletionStage<ResultFields>> method) {
        super(FIELDS);
        this.method = method;
    }

    /** {@code history_remove}: empties what a channel keeps; offsets go on. */
    static ChannelRequest historyRemove() {
        return new ChannelRequest((api, channel) -> api.removeHistory(channel).thenApply(nothing -> ResultFields.NONE));
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        channel = in.string();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return method.apply(calls.api(), required(channel));
    }
}
