package io.spindle.gateway.filter;

import static io.spindle.gateway.protocol.FilterNodes.combine;
import static io.spindle.gateway.protocol.FilterNodes.compare;
import static io.spindle.gateway.protocol.FilterNodes.compareAny;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.FilterNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsFilterTest {
    private static final FilterNode YES = compare("", "nex", "");
    private static final FilterNode NO = compare("", "ex", "");

    @ParameterizedTest(name = "{1} {0} {2}: {3}")
    @CsvSource({
        "eq,  a,    a,   true",
        "eq,  a,    A,   false",
        "eq,  '',   a,   false",
        "eq,  1.0,  1,   false",
        "neq, a,    a,   false",
        "neq, b,    a,   true",
        "neq, '',   a,   true",
        "sw,  abc,  ab,  true",
        "sw,  abc,  bc,  false",
        "sw,  a,    ab,  false",
        "ew,  abc,  bc,  true",
        "ew,  abc,  ab,  false",
        "ct,  abc,  b,   true",
        "ct,  abc,  ac,  false",
        "ct,  abc,  abc, true",
        "gt,  10.5, 10,  true",
        "gt,  9.5,  10,  false",
        "gt,  10,   10,  false",
        "gte, 10.0, 10,  true",
        "gte, 9,    10,  false",
        "lt,  9.5,  10,  true",
        "lt,  10,   10,  false",
        "lte, 10,   10,  true",
        "lte, 10.1, 10,  false",
        "gt,  x,    10,  false",
        "lt,  x,    10,  false",
        "gt,  10,   x,   false",
        "lte, 10,   x,   false",
        "gt,  '',   -1,  false",
    })
    @Proves("F2")
    void tagThatIsThereIsComparedWithTheValue(String cmp, String tag, String val, boolean expected) {
        assertEquals(expected, matches(compare("k", cmp, val), Map.of("k", tag)));
    }

    @ParameterizedTest
    @CsvSource({
        "eq, false",
        "neq, true",
        "sw, false",
        "ew, false",
        "ct, false",
        "gt, false",
        "gte, false",
        "lt, false",
        "lte, false"
    })
    @Proves("F2")
    void tagThatIsMissingHasNoValue(String cmp, boolean expected) {
        assertEquals(expected, matches(compare("k", cmp, "1"), Map.of("other", "1")));
        assertEquals(expected, matches(compare("k", cmp, "1"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "in, a, true",
        "in, b, true",
        "in, c, false",
        "in, '', false",
        "nin, a, false",
        "nin, c, true",
        "nin, '', true"
    })
    @Proves("F2")
    void tagIsAmongTheValuesOrNot(String cmp, String tag, boolean expected) {
        assertEquals(expected, matches(compareAny("k", cmp, "a", "b", "a"), Map.of("k", tag)));
    }

    @ParameterizedTest
    @CsvSource({"in, false", "nin, true"})
    @Proves("F2")
    void tagThatIsMissingIsAnEmptyOneAmongValues(String cmp, boolean expected) {
        assertEquals(expected, matches(compareAny("k", cmp, "a", "b"), Map.of()));
        assertEquals(!expected, matches(compareAny("k", cmp, "a", ""), Map.of()));
    }

    @Test
    @Proves("F2")
    void tagIsThereOrNot() {
        assertTrue(matches(compare("k", "ex", ""), Map.of("k", "")));
        assertFalse(matches(compare("k", "ex", ""), Map.of("o", "")));
        assertFalse(matches(compare("k", "nex", ""), Map.of("k", "")));
        assertTrue(matches(compare("k", "nex", ""), Map.of("o", "")));
    }

    @Test
    void operationsCombine() {
        assertTrue(matches(combine("and", YES, YES, YES), Map.of()));
        assertFalse(matches(combine("and", YES, NO, YES), Map.of()));
        assertFalse(matches(combine("and", YES, YES, NO), Map.of()));
        assertFalse(matches(combine("or", NO, NO, NO), Map.of()));
        assertTrue(matches(combine("or", NO, YES, NO), Map.of()));
        assertTrue(matches(combine("or", NO, NO, YES), Map.of()));
        assertTrue(matches(combine("not", NO), Map.of()));
        assertFalse(matches(combine("not", YES), Map.of()));
        assertTrue(matches(combine("and", YES), Map.of()));
        assertFalse(matches(combine("or", NO), Map.of()));
    }

    @Test
    void publicationsOfTheExample() {
        FilterNode filter = combine("and", compare("t", "eq", "BTC"), compare("p", "gt", "10"));

        assertTrue(matches(filter, Map.of("t", "BTC", "p", "11")));
        assertFalse(matches(filter, Map.of("t", "ETH", "p", "11")));
        assertFalse(matches(filter, Map.of("t", "BTC", "p", "9.5")));
        assertTrue(matches(filter, Map.of("t", "BTC", "p", "10.5")));
        assertFalse(matches(filter, Map.of()));
    }

    @Test
    void anyTreeMeansWhatItsPartsMean() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            FilterNode tree = tree(random, 5);
            Map<String, String> tags = tags(random);

            assertEquals(meaning(tree, tags), matches(tree, tags), () -> tree + " of " + tags);
        }
    }

    @Test
    void deepTreesTakeNoStack() {
        FilterNode node = compare("k", "eq", "v");
        for (int depth = 0; depth < 200_000; depth++) {
            node = switch (depth % 3) {
                case 0 -> combine("and", YES, node);
                case 1 -> combine("or", node, NO);
                default -> combine("not", combine("not", node));
            };
        }

        assertTrue(matches(node, Map.of("k", "v")));
        assertFalse(matches(node, Map.of("k", "w")));
    }

    private static boolean matches(FilterNode node, Map<String, String> tags) {
        return TagsFilter.of(node).orElseThrow().matches(tags);
    }

    private static FilterNode tree(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            return compare("k" + random.nextInt(4), random.nextBoolean() ? "eq" : "neq", "v" + random.nextInt(2));
        }
        if (kind == 1) {
            return combine("not", tree(random, depth - 1));
        }
        FilterNode[] children = new FilterNode[1 + random.nextInt(3)];
        for (int i = 0; i < children.length; i++) {
            children[i] = tree(random, depth - 1);
        }
        return combine(kind == 2 ? "and" : "or", children);
    }

    private static Map<String, String> tags(Random random) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(3) > 0) {
                tags.put("k" + i, "v" + random.nextInt(2));
            }
        }
        return Collections.unmodifiableMap(tags);
    }

    /** As plainly as it can be said. */
    private static boolean meaning(FilterNode node, Map<String, String> tags) {
        return switch (node.op()) {
            case "and" -> node.nodes().stream().allMatch(child -> meaning(child, tags));
            case "or" -> node.nodes().stream().anyMatch(child -> meaning(child, tags));
            case "not" -> !meaning(node.nodes().get(0), tags);
            default -> node.val().equals(tags.get(node.key())) == node.cmp().equals("eq");
        };
    }
}
