package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** A request that names a channel and no more. */
final class ChannelReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;

    private final Kind kind;
    private String channel = "";

    ChannelReader(Kind kind) {
        this.kind = kind;
    }

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        if (tag != CHANNEL) {
            return false;
        }
        channel = text(in);
        return true;
    }

    @Override
    Command command(int id) {
        return kind.command(id, channel);
    }

    /** Which of these requests it is. */
    interface Kind {
        Command command(int id, String channel);
    }
}
