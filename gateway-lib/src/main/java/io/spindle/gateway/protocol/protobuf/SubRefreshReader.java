package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** What a shared poll tracks is only checked. */
final class SubRefreshReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;
    private static final int TOKEN = 2 << 3 | BYTES;
    private static final int TYPE = 3 << 3 | VARINT;
    private static final int TRACK = 4 << 3 | BYTES;
    private static final int UNTRACK = 5 << 3 | BYTES;

    private String channel = "";
    private String token = "";
    private int type;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case CHANNEL -> channel = text(in);
            case TOKEN -> token = text(in);
            case TYPE -> type = in.readInt32();
            case TRACK -> new TrackBatch().readField(in);
            case UNTRACK -> text(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.SubRefresh(id, channel, token, type);
    }

    private static final class TrackBatch extends MessageReader {
        private static final int SIGNATURE = 1 << 3 | BYTES;
        private static final int ITEMS = 2 << 3 | BYTES;

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            switch (tag) {
                case SIGNATURE -> text(in);
                case ITEMS -> new KeyedItem().readField(in);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class KeyedItem extends MessageReader {
        private static final int KEY = 1 << 3 | BYTES;

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            if (tag != KEY) {
                return false;
            }
            text(in);
            return true;
        }
    }
}
