package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class RefreshReader extends RequestReader {
    private static final Names FIELDS = Names.of("token");

    private String token = "";

    RefreshReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        token = in.string();
    }

    @Override
    Command command(int id) {
        return new Command.Refresh(id, token);
    }
}
