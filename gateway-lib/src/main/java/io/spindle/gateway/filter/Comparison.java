package io.spindle.gateway.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How a tag is compared. */
enum Comparison {
    EQUAL("eq", Operand.VALUE, (tag, with) -> with.val().equals(tag)),
    NOT_EQUAL("neq", Operand.VALUE, (tag, with) -> !with.val().equals(tag)),
    IN("in", Operand.VALUES, (tag, with) -> with.vals().contains(tag == null ? "" : tag)),
    NOT_IN("nin", Operand.VALUES, (tag, with) -> !with.vals().contains(tag == null ? "" : tag)),
    EXISTS("ex", Operand.NONE, (tag, with) -> tag != null),
    NOT_EXISTS("nex", Operand.NONE, (tag, with) -> tag == null),
    STARTS_WITH("sw", Operand.VALUE, (tag, with) -> tag != null && tag.startsWith(with.val())),
    ENDS_WITH("ew", Operand.VALUE, (tag, with) -> tag != null && tag.endsWith(with.val())),
    CONTAINS("ct", Operand.VALUE, (tag, with) -> tag != null && tag.contains(with.val())),
    GREATER("gt", Operand.VALUE, numbers(order -> order > 0)),
    GREATER_OR_EQUAL("gte", Operand.VALUE, numbers(order -> order >= 0)),
    LESS("lt", Operand.VALUE, numbers(order -> order < 0)),
    LESS_OR_EQUAL("lte", Operand.VALUE, numbers(order -> order <= 0));

    private static final Map<String, Comparison> BY_NAME = byName();

    private final String protocolName;
    private final Operand operand;
    private final Rule rule;

    Comparison(String protocolName, Operand operand, Rule rule) {
        this.protocolName = protocolName;
        this.operand = operand;
        this.rule = rule;
    }

    static Optional<Comparison> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    Operand operand() {
        return operand;
    }

    /** @param tag null if the publication has none of this key */
    boolean holds(@Nullable String tag, TagTest with) {
        return rule.holds(tag, with);
    }

    /** What is no number compares with nothing. */
    private static Rule numbers(IntPredicate wanted) {
        return (tag, with) -> tag != null
                && Decimals.isNumber(tag)
                && Decimals.isNumber(with.val())
                && wanted.test(Decimals.compare(tag, with.val()));
    }

    private static Map<String, Comparison> byName() {
        Map<String, Comparison> byName = new HashMap<>();
        for (Comparison comparison : values()) {
            byName.put(comparison.protocolName, comparison);
        }
        return byName;
    }

    /** With what a tag is compared. */
    enum Operand {
        NONE,
        VALUE,
        VALUES
    }

    private interface Rule {
        boolean holds(@Nullable String tag, TagTest with);
    }
}
