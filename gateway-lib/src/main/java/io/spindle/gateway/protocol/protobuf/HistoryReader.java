package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** What exactly is asked for is only checked. */
final class HistoryReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;
    private static final int SINCE = 8 << 3 | BYTES;

    private String channel = "";

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case CHANNEL -> channel = text(in);
            case SINCE -> new StreamPosition().readField(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.History(id, channel);
    }

    private static final class StreamPosition extends MessageReader {
        private static final int EPOCH = 2 << 3 | BYTES;

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            if (tag != EPOCH) {
                return false;
            }
            text(in);
            return true;
        }
    }
}
