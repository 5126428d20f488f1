package io.spindle.gateway.filter;

import io.spindle.gateway.protocol.FilterNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which publications a subscriber wants, by their tags. It saves bandwidth; it keeps no secrets.
 *
 * <p>The tree is laid out as comparisons that say which one is next, so that a publication is judged without recursion
 * and without allocation, and no comparison is made twice. Immutable.
 *
 * @see <a href="https://centrifugal.dev/docs/server/publication_filtering">Publication filtering by tags</a>
 */
public final class TagsFilter {
    private final Step[] steps; // the last one is the first to be taken

    private TagsFilter(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    /**
     * The filter that a tree means, however deep it is.
     *
     * @return empty if it means nothing: an unknown operation or comparison, a wrong number of children, or values that are
     *     missing or too many; that is error 107 (bad request)
     */
    public static Optional<TagsFilter> of(FilterNode root) {
        List<Step> steps = new ArrayList<>();
        Deque<Branch> path = new ArrayDeque<>();
        path.push(new Branch(root, Step.ACCEPT, Step.REJECT));
        while (!path.isEmpty()) {
            Branch branch = path.element();
            if (branch.isComparison()) {
                Optional<TagTest> test = TagTest.of(branch.node());
                if (test.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(branch.step(test.get()));
                path.pop();
            } else if (!branch.isOperation()) {
                return Optional.empty();
            } else if (branch.hasChild()) {
                path.push(branch.nextChild(steps.size() - 1));
            } else {
                path.pop();
            }
        }
        return Optional.of(new TagsFilter(steps));
    }

    /** Whether a publication with these tags is wanted. */
    public boolean matches(Map<String, String> tags) {
        int at = steps.length - 1;
        while (at >= 0) {
            Step step = steps[at];
            at = step.test().matches(tags) ? step.ifTrue() : step.ifFalse();
        }
        return at == Step.ACCEPT;
    }
}
