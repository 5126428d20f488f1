package io.spindle.gateway.http.api;

import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.http.glob.Glob;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

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
        Predicate<String> wanted = wanted();
        return calls.api().nodes().thenApply(nodes -> result(nodes, wanted));
    }

    /** Whether a channel matches the pattern; all do if there is none. */
    private Predicate<String> wanted() {
        try {
            return pattern.isEmpty() ? channel -> true : Glob.of(pattern)::matches;
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.BAD_REQUEST);
        }
    }

    private static ResultFields result(List<NodeState> nodes, Predicate<String> wanted) {
        Map<String, Integer> channels = new HashMap<>();
        for (NodeState node : nodes) {
            node.subscribers().forEach((channel, clients) -> {
                if (wanted.test(channel)) {
                    channels.merge(channel, clients, Integer::sum);
                }
            });
        }
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
