package io.spindle.gateway.protocol;

import java.util.List;

/**
 * A node of a tags filter, as the client sent it: its form is right, whether it means something is not checked.
 *
 * @param op empty for a comparison, else {@code and}, {@code or} or {@code not}
 * @param key the tag that is compared
 * @param cmp how
 * @param val with what; empty for nothing
 * @param vals with what, for comparisons with several values
 * @param nodes what a logical operation combines
 * @see <a href="https://centrifugal.dev/docs/server/publication_filtering">Publication filtering by tags</a>
 */
public record FilterNode(String op, String key, String cmp, String val, List<String> vals, List<FilterNode> nodes) {
    /** One without any field; no valid filter. */
    public static final FilterNode EMPTY = new FilterNode("", "", "", "", List.of(), List.of());

    public FilterNode {
        vals = List.copyOf(vals);
        nodes = List.copyOf(nodes);
    }
}
