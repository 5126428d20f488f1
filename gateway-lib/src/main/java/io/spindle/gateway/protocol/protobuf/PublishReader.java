package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class PublishReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;
    private static final int DATA = 2 << 3 | BYTES;
    private static final int TYPE = 3 << 3 | VARINT;
    private static final int KEY = 4 << 3 | BYTES;

    private String channel = "";
    private Payload data = NO_DATA;
    private int type;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case CHANNEL -> channel = text(in);
            case DATA -> data = data(in);
            case TYPE -> type = in.readInt32();
            case KEY -> text(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.Publish(id, channel, data, type);
    }
}
