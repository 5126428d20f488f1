package io.spindle.gateway.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a tags filter together in the order in which its text comes: a node's fields, its children among them. Without
 * recursion, as the depth is the client's choice. The root is entered from the start and never left.
 *
 * <p>Confined to the call that decodes the filter.
 */
public final class FilterTree {
    /** Deeper trees are malformed; nobody writes them. */
    private static final int MAX_DEPTH = 1024;

    private final List<Fields> path =
            new ArrayList<>(); // from the root to the current node, then some to be used again
    private int depth;

    public FilterTree() {
        enter();
    }

    /**
     * Steps into a new child of the current node.
     *
     * @return false if it would nest too deep
     */
    public boolean enter() {
        if (depth == MAX_DEPTH) {
            return false;
        }
        if (path.size() == depth) {
            path.add(new Fields());
        }
        depth++;
        return true;
    }

    /** Completes the current node, which must not be the root, and steps back to its parent. */
    public void leave() {
        FilterNode child = current().take();
        depth--;
        current().nodes.add(child);
    }

    /** How many nodes there are from the root to the current one, both counted. */
    public int depth() {
        return depth;
    }

    public void op(String op) {
        current().op = op;
    }

    public void key(String key) {
        current().key = key;
    }

    public void cmp(String cmp) {
        current().cmp = cmp;
    }

    public void val(String val) {
        current().val = val;
    }

    public void addVals(List<String> vals) {
        current().vals.addAll(vals);
    }

    /** A child that is there, but has nothing to say: no filter is valid with it. */
    public void addEmptyNode() {
        current().nodes.add(FilterNode.EMPTY);
    }

    /** The tree as it stands. */
    public FilterNode root() {
        return path.get(0).node();
    }

    private Fields current() {
        return path.get(depth - 1);
    }

    /** A node's fields as they come. */
    private static final class Fields {
        private String op = "";
        private String key = "";
        private String cmp = "";
        private String val = "";
        private final List<String> vals = new ArrayList<>(0);
        private final List<FilterNode> nodes = new ArrayList<>(0);

        private FilterNode node() {
            return new FilterNode(op, key, cmp, val, vals, nodes);
        }

        /** The node; its fields are empty again. */
        private FilterNode take() {
            FilterNode node = node();
            op = "";
            key = "";
            cmp = "";
            val = "";
            vals.clear();
            nodes.clear();
            return node;
        }
    }
}
