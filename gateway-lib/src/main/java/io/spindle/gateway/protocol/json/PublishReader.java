package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class PublishReader extends RequestReader {
    private static final Names FIELDS = Names.of("channel", "data", "type", "key", "removed");

    private String channel = "";
    private Payload data = NO_DATA;
    private int type;

    PublishReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "data" -> data = in.bytes();
            case "type" -> type = in.int32();
            case "key" -> in.string();
            default -> in.bool(); // removed
        }
    }

    @Override
    Command command(int id) {
        return new Command.Publish(id, channel, data, type);
    }
}
