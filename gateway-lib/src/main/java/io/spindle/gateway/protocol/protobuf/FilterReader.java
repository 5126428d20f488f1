package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;

/** A node of a tags filter, checked for form only. */
final class FilterReader extends MessageReader {
    private static final int OP = 1 << 3 | BYTES;
    private static final int KEY = 2 << 3 | BYTES;
    private static final int CMP = 3 << 3 | BYTES;
    private static final int VAL = 4 << 3 | BYTES;
    private static final int VALS = 5 << 3 | BYTES;
    private static final int NODES = 6 << 3 | BYTES;

    /** Deeper trees are malformed: nobody writes them, and reading one takes stack. */
    private static final int MAX_DEPTH = 1024;

    private final int depth;

    FilterReader() {
        this(1);
    }

    private FilterReader(int depth) {
        this.depth = depth;
    }

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case OP, KEY, CMP, VAL, VALS -> text(in);
            case NODES -> child().readField(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    private FilterReader child() throws InvalidProtocolBufferException {
        if (depth == MAX_DEPTH) {
            throw new InvalidProtocolBufferException("filter nests too deep");
        }
        return new FilterReader(depth + 1);
    }
}
