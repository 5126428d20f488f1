package io.spindle.gateway.http.api;

import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code info}: which gateways there are, and what they hold. */
final class InfoRequest extends ApiRequest {
    private static final Names FIELDS = Names.of();
    private static final byte[] NODES = JsonWriter.name("nodes");
    private static final byte[] UID = JsonWriter.name("uid");
    private static final byte[] NAME = JsonWriter.name("name");
    private static final byte[] VERSION = JsonWriter.name("version");
    private static final byte[] NUM_CLIENTS = JsonWriter.name("num_clients");
    private static final byte[] NUM_USERS = JsonWriter.name("num_users");
    private static final byte[] NUM_CHANNELS = JsonWriter.name("num_channels");
    private static final byte[] NUM_SUBS = JsonWriter.name("num_subs");
    private static final byte[] UPTIME = JsonWriter.name("uptime");

    InfoRequest() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        in.skip();
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return calls.api().nodes().thenApply(InfoRequest::result);
    }

    private static ResultFields result(List<NodeState> nodes) {
        return out -> {
            out.beginList(NODES);
            nodes.forEach(node -> write(out, node));
            out.endList();
        };
    }

    private static void write(JsonWriter out, NodeState node) {
        out.beginElement();
        out.alwaysString(UID, node.id());
        out.alwaysString(NAME, node.name());
        out.alwaysString(VERSION, node.version());
        out.alwaysNumber(NUM_CLIENTS, node.clients());
        out.alwaysNumber(NUM_USERS, node.users());
        out.alwaysNumber(NUM_CHANNELS, node.subscribers().size());
        out.alwaysNumber(NUM_SUBS, node.subscriptions());
        out.number(UPTIME, (int) node.uptime().toSeconds());
        out.end();
    }
}
