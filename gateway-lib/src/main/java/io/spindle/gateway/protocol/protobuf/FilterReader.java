package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.spindle.gateway.protocol.FilterNode;
import io.spindle.gateway.protocol.FilterTree;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a tags filter, a tree of nodes, without recursion. Confined to the call that decodes it. */
final class FilterReader {
    private static final int OP = 1 << 3 | MessageReader.BYTES;
    private static final int KEY = 2 << 3 | MessageReader.BYTES;
    private static final int CMP = 3 << 3 | MessageReader.BYTES;
    private static final int VAL = 4 << 3 | MessageReader.BYTES;
    private static final int VALS = 5 << 3 | MessageReader.BYTES;
    private static final int NODES = 6 << 3 | MessageReader.BYTES;

    private final FilterTree tree = new FilterTree();

    /** Reads the tree that is the value of the current field; a second one is merged with the first. */
    void readField(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        nodes(in);
        in.popLimit(outer);
    }

    FilterNode filter() {
        return tree.root();
    }

    private void nodes(CodedInputStream in) throws IOException {
        Deque<Integer> parents =
                new ArrayDeque<>(); // their limits, from the root's to that of the current node's parent
        while (true) {
            int tag = in.readTag();
            switch (tag) {
                case OP -> tree.op(MessageReader.text(in));
                case KEY -> tree.key(MessageReader.text(in));
                case CMP -> tree.cmp(MessageReader.text(in));
                case VAL -> tree.val(MessageReader.text(in));
                case VALS -> tree.addVals(List.of(MessageReader.text(in)));
                case NODES -> {
                    if (!tree.enter()) {
                        throw new InvalidProtocolBufferException("filter nests too deep");
                    }
                    parents.push(in.pushLimit(in.readRawVarint32()));
                }
                case 0 -> {
                    if (parents.isEmpty()) {
                        return;
                    }
                    tree.leave();
                    in.popLimit(parents.pop());
                }
                default -> MessageReader.skip(tag, in);
            }
        }
    }
}
