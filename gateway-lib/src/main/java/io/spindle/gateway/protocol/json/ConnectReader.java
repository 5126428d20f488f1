package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a client remembers of server-side subscriptions is only checked. */
final class ConnectReader extends RequestReader {
    private static final Names FIELDS =
            Names.of("token", "data", "subs", "name", "version", "headers", "flag", "dict", "profile");

    private String token = "";
    private Optional<Payload> data = Optional.empty();
    private String name = "";
    private String version = "";
    private Map<String, String> headers = Map.of();

    ConnectReader() {
        super(FIELDS);
    }

    @Override
    void field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "token" -> token = in.string();
            case "data" -> data = Optional.of(in.bytes());
            case "subs" -> in.map(value -> value.message(new SubscribeReader()));
            case "name" -> name = in.string();
            case "version" -> version = in.string();
            case "headers" -> headers = in.map(JsonInput::string);
            case "flag" -> in.int64();
            default -> in.string(); // dict, profile
        }
    }

    @Override
    Command command(int id) {
        return new Command.Connect(id, token, data, name, version, headers);
    }
}
