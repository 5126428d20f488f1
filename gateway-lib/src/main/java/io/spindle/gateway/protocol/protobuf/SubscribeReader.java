package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.util.Optional;

final class SubscribeReader extends RequestReader {
    private static final int CHANNEL = 1 << 3 | BYTES;
    private static final int TOKEN = 2 << 3 | BYTES;
    private static final int RECOVER = 3 << 3 | VARINT;
    private static final int EPOCH = 6 << 3 | BYTES;
    private static final int OFFSET = 7 << 3 | VARINT;
    private static final int DATA = 8 << 3 | BYTES;
    private static final int POSITIONED = 9 << 3 | VARINT;
    private static final int RECOVERABLE = 10 << 3 | VARINT;
    private static final int JOIN_LEAVE = 11 << 3 | VARINT;
    private static final int DELTA = 12 << 3 | BYTES;
    private static final int TF = 13 << 3 | BYTES;
    private static final int FLAG = 14 << 3 | VARINT;
    private static final int TYPE = 15 << 3 | VARINT;
    private static final int CURSOR = 17 << 3 | BYTES;

    private String channel = "";
    private String token = "";
    private Payload data = NO_DATA;
    private boolean recover;
    private boolean joinLeave;
    private String delta = "";
    private String epoch = "";
    private long offset;
    private boolean positioned;
    private boolean recoverable;
    private Optional<FilterReader> filter = Optional.empty();
    private long flag;
    private int type;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case CHANNEL -> channel = text(in);
            case TOKEN -> token = text(in);
            case RECOVER -> recover = bool(in);
            case DATA -> data = data(in);
            case JOIN_LEAVE -> joinLeave = bool(in);
            case DELTA -> delta = text(in);
            case TF -> {
                FilterReader reader = filter.orElseGet(FilterReader::new);
                reader.readField(in);
                filter = Optional.of(reader);
            }
            case EPOCH -> epoch = text(in);
            case OFFSET -> offset = int64(in);
            case POSITIONED -> positioned = bool(in);
            case RECOVERABLE -> recoverable = bool(in);
            case FLAG -> flag = int64(in);
            case TYPE -> type = in.readInt32();
            case CURSOR -> text(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        Optional<Payload> given = data.isEmpty() ? Optional.empty() : Optional.of(data);
        return new Command.Subscribe(
                id,
                channel,
                token,
                given,
                recovery(),
                positioned,
                recoverable,
                joinLeave,
                delta,
                filter.map(FilterReader::filter),
                flag,
                type);
    }

    /** What counts of it where it stands for a server-side subscription. */
    Command.Resume resume() {
        return new Command.Resume(recovery(), delta);
    }

    private Optional<StreamPosition> recovery() {
        return recover ? Optional.of(new StreamPosition(offset, epoch)) : Optional.empty();
    }
}
