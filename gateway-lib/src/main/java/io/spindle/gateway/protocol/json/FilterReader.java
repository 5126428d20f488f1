package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.FilterNode;
import io.spindle.gateway.protocol.FilterTree;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/** Reads a tags filter, a tree of nodes, without recursion. Confined to the call that decodes it. */
final class FilterReader {
    private static final Names FIELDS = Names.of("op", "key", "cmp", "val", "vals", "nodes");

    private final JsonInput in;
    private final FilterTree tree = new FilterTree();
    private final BitSet seen = new BitSet(); // the fields seen of each node from the root to the current one

    private FilterReader(JsonInput in) {
        this.in = in;
    }

    /** Reads the tree that is the next value; nothing for {@code null}. */
    static Optional<FilterNode> read(JsonInput in) throws IOException {
        if (in.isNull()) {
            return Optional.empty();
        }
        FilterReader reader = new FilterReader(in);
        in.enterObject();
        reader.nodes();
        return Optional.of(reader.tree.root());
    }

    private void nodes() throws IOException {
        while (true) {
            String name = in.nextName();
            if (name != null) {
                if (field(name)) {
                    nextChild();
                }
            } else if (tree.depth() > 1) {
                tree.leave();
                nextChild(); // of its parent
            } else {
                return;
            }
        }
    }

    /** Steps into the current node's next child; if there is none left, its fields go on. */
    private void nextChild() throws IOException {
        while (in.nextElement()) {
            if (in.isNull()) {
                tree.addEmptyNode();
            } else {
                enterChild();
                return;
            }
        }
    }

    private void enterChild() throws IOException {
        if (!tree.enter()) {
            throw new MalformedException("filter nests too deep");
        }
        in.enterObject();
        seen.clear((tree.depth() - 1) * FIELDS.size(), tree.depth() * FIELDS.size());
    }

    /** Reads a field, or steps into it if it holds the children: then true. */
    private boolean field(String name) throws IOException {
        int index = FIELDS.indexOf(name);
        if (index < 0) {
            in.skip();
            return false;
        }
        int bit = (tree.depth() - 1) * FIELDS.size() + index;
        if (seen.get(bit)) {
            throw new MalformedException("field comes twice");
        }
        seen.set(bit);
        switch (name) {
            case "op" -> tree.op(in.string());
            case "key" -> tree.key(in.string());
            case "cmp" -> tree.cmp(in.string());
            case "val" -> tree.val(in.string());
            case "vals" -> tree.addVals(in.strings());
            default -> {
                return in.enterArray(); // nodes
            }
        }
        return false;
    }
}
