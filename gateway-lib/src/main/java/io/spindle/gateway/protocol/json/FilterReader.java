package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.FilterNode;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads a tags filter, a tree of nodes, and checks its form. Without recursion: its depth is the client's choice.
 * Confined to the call that decodes it.
 */
final class FilterReader {
    private static final Names FIELDS = Names.of("op", "key", "cmp", "val", "vals", "nodes");

    /** Deeper trees are malformed; nobody writes them. */
    private static final int MAX_DEPTH = 1024;

    private final JsonInput in;
    private final BitSet seen = new BitSet(); // the fields seen of each node from the root to the current one
    private int depth;

    private FilterReader(JsonInput in) {
        this.in = in;
    }

    /** Reads the tree that is the next value; nothing for {@code null}. */
    static Optional<FilterNode> read(JsonInput in) throws IOException {
        if (in.isNull()) {
            return Optional.empty();
        }
        new FilterReader(in).tree();
        return Optional.of(new FilterNode("", "", "", "", List.of(), List.of()));
    }

    private void tree() throws IOException {
        enterNode();
        boolean amongChildren = false; // else among the fields of a node
        while (depth > 0) {
            if (amongChildren) {
                amongChildren = in.nextElement();
                if (amongChildren && !in.isNull()) {
                    enterNode();
                    amongChildren = false;
                }
            } else {
                String name = in.nextName();
                if (name != null) {
                    amongChildren = field(name);
                } else {
                    depth--;
                    amongChildren = true; // of its parent, if there is one
                }
            }
        }
    }

    private void enterNode() throws IOException {
        if (depth == MAX_DEPTH) {
            throw new MalformedException("filter nests too deep");
        }
        in.enterObject();
        seen.clear(depth * FIELDS.size(), (depth + 1) * FIELDS.size());
        depth++;
    }

    /** Reads a field, or steps into it if it holds the children: then true. */
    private boolean field(String name) throws IOException {
        int index = FIELDS.indexOf(name);
        if (index < 0) {
            in.skip();
            return false;
        }
        int bit = (depth - 1) * FIELDS.size() + index;
        if (seen.get(bit)) {
            throw new MalformedException("field comes twice");
        }
        seen.set(bit);
        switch (name) {
            case "nodes" -> {
                return in.enterArray();
            }
            case "vals" -> in.strings();
            default -> in.string(); // op, key, cmp, val
        }
        return false;
    }
}
