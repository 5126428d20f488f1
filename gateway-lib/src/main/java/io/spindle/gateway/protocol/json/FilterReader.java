package io.spindle.gateway.protocol.json;

import java.io.IOException;

/** A node of a tags filter, checked for form only. */
final class FilterReader extends MessageReader {
    private static final Names FIELDS = Names.of("op", "key", "cmp", "val", "vals", "nodes");

    /** Deeper trees are malformed: nobody writes them, and reading one takes stack. */
    private static final int MAX_DEPTH = 1024;

    private final int depth;

    FilterReader() {
        this(1);
    }

    private FilterReader(int depth) {
        super(FIELDS);
        this.depth = depth;
    }

    @Override
    void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "vals" -> in.strings();
            case "nodes" -> in.messages(this::child);
            default -> in.string(); // op, key, cmp, val
        }
    }

    private FilterReader child() throws MalformedException {
        if (depth == MAX_DEPTH) {
            throw new MalformedException("filter nests too deep");
        }
        return new FilterReader(depth + 1);
    }
}
