package io.spindle.gateway.filter;

import io.spindle.gateway.protocol.FilterNode;

/**
 * A node on its way to become steps, with what follows from its outcome. Its children are taken from the last to the
 * first: the steps of the one that follows are there when a child's are made.
 */
final class Branch {
    private final FilterNode node;
    private final int ifTrue;
    private final int ifFalse;
    private int left;

    Branch(FilterNode node, int ifTrue, int ifFalse) {
        this.node = node;
        this.ifTrue = ifTrue;
        this.ifFalse = ifFalse;
        this.left = node.nodes().size();
    }

    boolean isComparison() {
        return node.op().isEmpty();
    }

    /** Whether it is a logical operation with as many children as that takes. */
    boolean isOperation() {
        int children = node.nodes().size();
        return switch (node.op()) {
            case "and", "or" -> children > 0;
            case "not" -> children == 1;
            default -> false;
        };
    }

    FilterNode node() {
        return node;
    }

    Step step(TagTest test) {
        return new Step(test, ifTrue, ifFalse);
    }

    boolean hasChild() {
        return left > 0;
    }

    /** @param following the first step of the child that was taken before, if there was one */
    Branch nextChild(int following) {
        left--;
        FilterNode child = node.nodes().get(left);
        if (node.op().equals("not")) {
            return new Branch(child, ifFalse, ifTrue);
        }
        if (left == node.nodes().size() - 1) {
            return new Branch(child, ifTrue, ifFalse);
        }
        return node.op().equals("and") ? new Branch(child, following, ifFalse) : new Branch(child, ifTrue, following);
    }
}
