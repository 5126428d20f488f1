package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.MalformedException;
import io.spindle.gateway.protocol.json.MessageReader;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;

/**
 * One command in the old form.
 *
 * @param id stands in the reply, too; 0 for none
 */
record OldCommand(int id, ApiRequest request) {
    static OldCommand read(JsonInput in) throws IOException {
        Envelope envelope = new Envelope();
        envelope.read(in);
        ApiRequest request =
                ApiMethods.request(envelope.method).orElseThrow(() -> new MalformedException("unknown method"));
        // The method may stand behind its parameters: these are read only now.
        byte[] params = envelope.params.toByteArray();
        try (JsonInput own = JsonInput.open(params, 0, params.length)) {
            own.message(request);
            own.end();
        }
        return new OldCommand(envelope.id, request);
    }

    private static final class Envelope extends MessageReader {
        private static final Names FIELDS = Names.of("id", "method", "params");

        private int id;
        private String method = "";
        private Payload params = Payload.json("{}");

        Envelope() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "id" -> id = in.uint32();
                case "method" -> method = in.string();
                default -> params = in.bytes();
            }
        }
    }
}
