package io.spindle.gateway.protocol;

import java.util.List;

/** Tags filters in few words. */
public final class FilterNodes {
    private FilterNodes() {}

    public static FilterNode compare(String key, String cmp, String val) {
        return new FilterNode("", key, cmp, val, List.of(), List.of());
    }

    public static FilterNode compareAny(String key, String cmp, String... vals) {
        return new FilterNode("", key, cmp, "", List.of(vals), List.of());
    }

    public static FilterNode combine(String op, FilterNode... nodes) {
        return new FilterNode(op, "", "", "", List.of(), List.of(nodes));
    }

    /** How many nodes there are from the root to the deepest first child. */
    public static int depth(FilterNode root) {
        int depth = 1;
        for (FilterNode node = root;
                !node.nodes().isEmpty();
                node = node.nodes().get(0)) {
            depth++;
        }
        return depth;
    }
}
