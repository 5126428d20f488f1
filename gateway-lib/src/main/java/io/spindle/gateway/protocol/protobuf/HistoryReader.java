package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.util.Optional;

final class HistoryReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;
    private static final int LIMIT = 7 << 3 | VARINT;
    private static final int SINCE = 8 << 3 | BYTES;
    private static final int REVERSE = 9 << 3 | VARINT;

    private String channel = "";
    private int limit;
    private Optional<PositionReader> since = Optional.empty();
    private boolean reverse;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case CHANNEL -> channel = text(in);
            case LIMIT -> limit = in.readInt32();
            case SINCE -> {
                PositionReader reader = since.orElseGet(PositionReader::new);
                reader.readField(in);
                since = Optional.of(reader);
            }
            case REVERSE -> reverse = bool(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.History(id, channel, limit, since.map(PositionReader::position), reverse);
    }

    private static final class PositionReader extends MessageReader {
        private static final int OFFSET = 1 << 3 | VARINT;
        private static final int EPOCH = 2 << 3 | BYTES;

        private long offset;
        private String epoch = "";

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            switch (tag) {
                case OFFSET -> offset = int64(in);
                case EPOCH -> epoch = text(in);
                default -> {
                    return false;
                }
            }
            return true;
        }

        StreamPosition position() {
            return new StreamPosition(offset, epoch);
        }
    }
}
