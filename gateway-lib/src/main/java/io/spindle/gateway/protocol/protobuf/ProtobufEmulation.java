package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.EmulationRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads {@link EmulationRequest}s in Protobuf. */
public final class ProtobufEmulation {
    private ProtobufEmulation() {}

    /**
     * The request.
     *
     * @param body all of it, from position to limit; not kept
     * @return empty if it is malformed
     */
    public static Optional<EmulationRequest> request(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(body.position(), bytes);
        Reader reader = new Reader();
        try {
            reader.readToLimit(CodedInputStream.newInstance(bytes));
        } catch (IOException malformed) {
            return Optional.empty();
        }
        return Optional.of(new EmulationRequest(reader.node, reader.session, Payload.binary(reader.commands)));
    }

    private static final class Reader extends MessageReader {
        private static final int NODE = 1 << 3 | BYTES;
        private static final int SESSION = 2 << 3 | BYTES;
        private static final int COMMANDS = 3 << 3 | BYTES;

        private String node = "";
        private String session = "";
        private byte[] commands = {};

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            switch (tag) {
                case NODE -> node = text(in);
                case SESSION -> session = text(in);
                case COMMANDS -> commands = in.readByteArray();
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
