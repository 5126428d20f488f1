package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code channels}: those that have subscribers. */
final class ChannelsRequest extends ApiRequest {
    private static final Names FIELDS = Names.of("pattern");
    private static final byte[] CHANNELS = JsonWriter.name("channels");
    private static final byte[] NUM_CLIENTS = JsonWriter.name("num_clients");

    private String pattern = "";

    ChannelsRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        pattern = in.string();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return calls.api().subscriberCounts().thenApply(ChannelsRequest::result);
    }

    private static ResultFields result(Map<String, Integer> channels) {
        return out -> {
            out.begin(CHANNELS);
            channels.forEach((channel, clients) -> {
                out.beginEntry(channel);
                out.alwaysNumber(NUM_CLIENTS, clients);
                out.end();
            });
            out.end();
        };
    }
}
