package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class SendReader extends RequestReader {
    private static final Names FIELDS = Names.of("data");

    private Payload data = NO_DATA;

    SendReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        data = in.bytes();
    }

    @Override
    Command command(int id) {
        return new Command.Send(id, data);
    }
}
