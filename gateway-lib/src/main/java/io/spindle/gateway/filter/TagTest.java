package io.spindle.gateway.filter;

import io.spindle.gateway.protocol.FilterNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One comparison of a tag.
 *
 * @param vals a hash set, whose look-ups are fast whatever the client put into it
 */
record TagTest(Comparison comparison, String key, String val, Set<String> vals) {
    /** What the node asks for; empty if it is no valid comparison. */
    static Optional<TagTest> of(FilterNode node) {
        return Comparison.named(node.cmp())
                .filter(comparison -> fits(comparison.operand(), node))
                .map(comparison -> new TagTest(comparison, node.key(), node.val(), new HashSet<>(node.vals())));
    }

    boolean matches(Map<String, String> tags) {
        return comparison.holds(tags.get(key), this);
    }

    private static boolean fits(Comparison.Operand operand, FilterNode node) {
        boolean value = !node.val().isEmpty();
        boolean values = !node.vals().isEmpty();
        return switch (operand) {
            case NONE -> !value && !values;
            case VALUE -> !node.key().isEmpty() && value && !values;
            case VALUES -> !node.key().isEmpty() && !value && values;
        };
    }
}
