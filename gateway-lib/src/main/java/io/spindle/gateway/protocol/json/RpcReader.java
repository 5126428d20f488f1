package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class RpcReader extends RequestReader {
    private static final Names FIELDS = Names.of("data", "method");

    private Payload data = NO_DATA;
    private String method = "";

    RpcReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "data" -> data = in.bytes();
            default -> method = in.string();
        }
    }

    @Override
    Command command(int id) {
        return new Command.Rpc(id, method, data);
    }
}
