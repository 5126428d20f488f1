package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.EmulationRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads {@link EmulationRequest}s in JSON. The commands, JSON themselves, stand in it as a string. */
public final class JsonEmulation {
    private JsonEmulation() {}

    /**
     * The request.
     *
     * @param body all of it, from position to limit; not kept
     * @return empty if it is malformed; commands that are no string count as none
     */
    public static Optional<EmulationRequest> request(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(body.position(), bytes);
        try (JsonInput in = JsonInput.open(bytes, 0, bytes.length)) {
            Reader reader = new Reader();
            in.message(reader);
            in.end();
            return Optional.of(reader.request());
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static final class Reader extends MessageReader {
        private static final Names FIELDS = Names.of("node", "session", "data");

        private String node = "";
        private String session = "";
        private String data = "";

        Reader() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "node" -> node = in.string();
                case "session" -> session = in.string();
                default -> data = in.stringIfOne();
            }
        }

        EmulationRequest request() {
            return new EmulationRequest(node, session, Payload.binary(data.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
