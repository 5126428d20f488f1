package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.spindle.gateway.protocol.FilterNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a tags filter, a tree of nodes, and checks its form. Without recursion: its depth is the client's choice. */
final class FilterReader {
    private static final int OP = 1 << 3 | MessageReader.BYTES;
    private static final int KEY = 2 << 3 | MessageReader.BYTES;
    private static final int CMP = 3 << 3 | MessageReader.BYTES;
    private static final int VAL = 4 << 3 | MessageReader.BYTES;
    private static final int VALS = 5 << 3 | MessageReader.BYTES;
    private static final int NODES = 6 << 3 | MessageReader.BYTES;

    /** Deeper trees are malformed; nobody writes them. */
    private static final int MAX_DEPTH = 1024;

    private FilterReader() {}

    /** Reads the tree that is the value of the current field. */
    static FilterNode readField(CodedInputStream in) throws IOException {
        Deque<Integer> outerLimits = new ArrayDeque<>(); // one for each node from the root to the current one
        outerLimits.push(in.pushLimit(in.readRawVarint32()));
        while (!outerLimits.isEmpty()) {
            int tag = in.readTag();
            switch (tag) {
                case 0 -> in.popLimit(outerLimits.pop());
                case NODES -> {
                    if (outerLimits.size() == MAX_DEPTH) {
                        throw new InvalidProtocolBufferException("filter nests too deep");
                    }
                    outerLimits.push(in.pushLimit(in.readRawVarint32()));
                }
                case OP, KEY, CMP, VAL, VALS -> MessageReader.text(in);
                default -> MessageReader.skip(tag, in);
            }
        }
        return new FilterNode("", "", "", "", List.of(), List.of());
    }
}
