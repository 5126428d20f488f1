package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

final class ConnectReader extends RequestReader {
    private static final Names FIELDS =
            Names.of("token", "data", "subs", "name", "version", "headers", "flag", "dict", "profile");

    private String token = "";
    private Optional<Payload> data = Optional.empty();
    private Map<String, Command.Resume> subs = Map.of();
    private String name = "";
    private String version = "";
    private Map<String, String> headers = Map.of();

    ConnectReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "token" -> token = in.string();
            case "data" -> data = Optional.of(in.bytes());
            case "subs" -> subs = in.map(ConnectReader::resume);
            case "name" -> name = in.string();
            case "version" -> version = in.string();
            case "headers" -> headers = in.map(JsonInput::string);
            case "flag" -> in.int64();
            default -> in.string(); // dict, profile
        }
    }

    @Override
    Command command(int id) {
        return new Command.Connect(id, token, data, subs, name, version, headers);
    }

    private static Command.Resume resume(JsonInput in) throws IOException {
        SubscribeReader reader = new SubscribeReader();
        in.message(reader);
        return reader.resume();
    }
}
