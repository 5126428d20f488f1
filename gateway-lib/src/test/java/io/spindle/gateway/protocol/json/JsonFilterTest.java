package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.FilterNodes.combine;
import static io.spindle.gateway.protocol.FilterNodes.compare;
import static io.spindle.gateway.protocol.FilterNodes.compareAny;
import static io.spindle.gateway.protocol.FilterNodes.depth;
import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.command;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.FilterNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JsonFilterTest {
    private static final FilterNode EMPTY = FilterNode.EMPTY;

    @Test
    void filterIsReadAsTheTreeThatItIs() {
        assertEquals(
                combine("and", compare("t", "eq", "BTC"), compareAny("p", "in", "1", "2")),
                filter("{\"op\":\"and\",\"nodes\":[{\"key\":\"t\",\"cmp\":\"eq\",\"val\":\"BTC\"},"
                        + "{\"key\":\"p\",\"cmp\":\"in\",\"vals\":[\"1\",\"2\"]}]}"));
        assertEquals(
                combine(
                        "or",
                        combine("not", combine("and", compare("a", "ex", ""), EMPTY)),
                        compare("ü", "sw", "😀"),
                        combine("x")),
                filter(
                        "{\"nodes\":[{\"nodes\":[{\"op\":\"and\",\"nodes\":[{\"cmp\":\"ex\",\"key\":\"a\"},{}]}],\"op\":\"not\"},"
                                + "{\"key\":\"ü\",\"cmp\":\"sw\",\"val\":\"😀\",\"nodes\":[]},{\"op\":\"x\"}],\"op\":\"or\"}"));
    }

    @Test
    void emptyFilterIsPresent() {
        assertEquals(EMPTY, filter("{}"));
        assertEquals(EMPTY, filter("{\"nodes\":null,\"vals\":null,\"op\":null}"));
    }

    @Test
    void nullAmongTheChildrenIsAnEmptyNode() {
        assertEquals(
                combine("x", combine(""), EMPTY, combine("", EMPTY)),
                filter("{\"nodes\":[{\"nodes\":[]},null,{\"nodes\":[{}]}],\"op\":\"x\"}"));
        assertEquals(combine("not", EMPTY), filter("{\"op\":\"not\",\"nodes\":[null]}"));
    }

    @Test
    void nullAmongTheValuesIsAnEmptyOne() {
        assertEquals(
                compareAny("k", "in", "a", "", ""),
                filter("{\"key\":\"k\",\"cmp\":\"in\",\"vals\":[\"a\",null,\"\"]}"));
    }

    @Test
    void absentFilterIsNone() {
        assertEquals(Optional.empty(), ((Command.Subscribe) command(subscribe("null"))).filter());
    }

    @Test
    void fieldsMayFollowTheChildren() {
        assertMalformed(subscribe("{\"nodes\":[{\"nodes\":[{}],\"op\":1}]}"));
        assertMalformed(subscribe("{\"nodes\":[{}],\"op\":1}"));
    }

    @Test
    void nodesNestedTo1024Pass() {
        assertEquals(1024, depth(filter(nested(1024))));
    }

    @Test
    void nodesNestedDeeperAreMalformed() {
        assertMalformed(subscribe(nested(1025)));
        assertMalformed(subscribe(nested(5_000)));
    }

    @Test
    void deepFilterTakesNoStack() throws Exception {
        String frame = "{\"id\":1,\"connect\":{\"subs\":{\"a\":{\"tf\":" + nested(1024) + "}}}}";
        command(frame); // classes are loaded now
        CompletableFuture<DecodedFrame> decoded = new CompletableFuture<>();

        Thread small = new Thread(null, () -> decoded.complete(Json.decode(frame)), "small-stack", 160 * 1024);
        small.setUncaughtExceptionHandler((thread, failure) -> decoded.completeExceptionally(failure));
        small.start();

        assertEquals(1, decoded.get().commands().size());
    }

    private static FilterNode filter(String filter) {
        return ((Command.Subscribe) command(subscribe(filter))).filter().orElseThrow();
    }

    private static String subscribe(String filter) {
        return "{\"id\":1,\"subscribe\":{\"channel\":\"a\",\"tf\":" + filter + "}}";
    }

    private static String nested(int nodes) {
        return "{\"nodes\":[".repeat(nodes - 1) + "{}" + "]}".repeat(nodes - 1);
    }
}
