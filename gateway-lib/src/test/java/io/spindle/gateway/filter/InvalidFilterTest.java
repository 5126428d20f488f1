package io.spindle.gateway.filter;

import static io.spindle.gateway.protocol.FilterNodes.combine;
import static io.spindle.gateway.protocol.FilterNodes.compare;
import static io.spindle.gateway.protocol.FilterNodes.compareAny;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.FilterNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that mean nothing are refused where they stand in the tree, however much else is right. */
class InvalidFilterTest {
    private static final FilterNode GOOD = compare("k", "eq", "v");

    @ParameterizedTest
    @ValueSource(strings = {"xor", "AND", "And", " and", "eq"})
    void unknownOperation(String op) {
        assertRefused(combine(op, GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EQ", "==", "and", "gt "})
    void unknownComparison(String cmp) {
        assertRefused(compare("k", cmp, "v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "neq", "sw", "ew", "ct", "gt", "gte", "lt", "lte"})
    void comparisonWithOneValueTakesJustThat(String cmp) {
        assertTaken(compare("k", cmp, "v"));
        assertRefused(compare("k", cmp, ""));
        assertRefused(compare("", cmp, "v"));
        assertRefused(compareAny("k", cmp, "v"));
        assertRefused(new FilterNode("", "k", cmp, "v", List.of("v"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "nin"})
    void comparisonWithSeveralValuesTakesJustThose(String cmp) {
        assertTaken(compareAny("k", cmp, "v"));
        assertTaken(compareAny("k", cmp, ""));
        assertRefused(compareAny("k", cmp));
        assertRefused(compareAny("", cmp, "v"));
        assertRefused(compare("k", cmp, "v"));
        assertRefused(new FilterNode("", "k", cmp, "v", List.of("v"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex", "nex"})
    void comparisonWithoutValuesTakesNone(String cmp) {
        assertTaken(compare("k", cmp, ""));
        assertTaken(compare("", cmp, ""));
        assertRefused(compare("k", cmp, "v"));
        assertRefused(compareAny("k", cmp, ""));
    }

    @Test
    void operationsTakeChildren() {
        assertRefused(combine("and"));
        assertRefused(combine("or"));
        assertRefused(combine("not"));
        assertRefused(combine("not", GOOD, GOOD));
    }

    @Test
    void emptyNode() {
        assertRefused(FilterNode.EMPTY);
    }

    @Test
    void otherFieldsOfOperationsDoNotMatter() {
        assertTaken(new FilterNode("and", "k", "x", "v", List.of("v"), List.of(GOOD)));
    }

    private static void assertTaken(FilterNode node) {
        assertEquals(true, TagsFilter.of(node).isPresent());
    }

    private static void assertRefused(FilterNode node) {
        assertEquals(Optional.empty(), TagsFilter.of(node));
        assertEquals(Optional.empty(), TagsFilter.of(combine("and", GOOD, node)));
        assertEquals(Optional.empty(), TagsFilter.of(combine("or", node, GOOD)));
        assertEquals(Optional.empty(), TagsFilter.of(combine("not", combine("not", node))));
    }
}
