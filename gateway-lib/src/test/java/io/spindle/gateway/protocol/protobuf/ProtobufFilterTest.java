package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.FilterNodes.combine;
import static io.spindle.gateway.protocol.FilterNodes.compare;
import static io.spindle.gateway.protocol.FilterNodes.compareAny;
import static io.spindle.gateway.protocol.FilterNodes.depth;
import static io.spindle.gateway.protocol.protobuf.Wire.assertMalformed;
import static io.spindle.gateway.protocol.protobuf.Wire.command;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.record;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.FilterNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProtobufFilterTest {
    private static final FilterNode EMPTY = FilterNode.EMPTY;

    @Test
    void filterIsReadAsTheTreeThatItIs() {
        byte[] first = message(6, string(2, "t"), string(3, "eq"), string(4, "BTC"));
        byte[] second = message(6, string(2, "p"), string(3, "in"), string(5, "1"), string(5, "2"));
        assertEquals(
                combine("and", compare("t", "eq", "BTC"), compareAny("p", "in", "1", "2")),
                filter(message(13, string(1, "and"), first, second)));

        byte[] and = message(6, string(1, "and"), message(6, string(3, "ex"), string(2, "a")), message(6));
        byte[] not = message(6, and, string(1, "not"));
        assertEquals(
                combine(
                        "or",
                        combine("not", combine("and", compare("a", "ex", ""), EMPTY)),
                        compare("ü", "sw", "😀"),
                        combine("x")),
                filter(message(
                        13,
                        not,
                        message(6, string(2, "ü"), string(3, "sw"), string(4, "😀")),
                        message(6, string(1, "x")),
                        string(1, "or"))));
    }

    @Test
    void emptyFilterIsPresent() {
        assertEquals(EMPTY, filter(message(13)));
    }

    @Test
    void absentFilterIsNone() {
        assertEquals(Optional.empty(), ((Command.Subscribe) command(record(message(5)))).filter());
    }

    @Test
    void filterThatComesTwiceIsMerged() {
        assertEquals(
                new FilterNode("or", "k", "", "", List.of("v", "w"), List.of(combine("x"), EMPTY)),
                filter(
                        message(13, string(1, "and"), string(2, "k"), string(5, "v"), message(6, string(1, "x"))),
                        message(13, string(1, "or"), string(5, "w"), message(6))));
    }

    @Test
    void nodesNestedTo1024Pass() {
        Command.Subscribe subscribe = (Command.Subscribe) command(subscribeWithFilterOf(1024));

        assertEquals(1024, depth(subscribe.filter().orElseThrow()));
        assertEquals("after the filter", subscribe.token());
    }

    @Test
    void nodesNestedDeeperAreMalformed() {
        assertMalformed(subscribeWithFilterOf(1025));
        assertMalformed(subscribeWithFilterOf(5_000));
    }

    @Test
    void deepFilterTakesNoStack() throws Exception {
        byte[] frame = subscribeWithFilterOf(1024);
        command(frame); // classes are loaded now
        CompletableFuture<DecodedFrame> decoded = new CompletableFuture<>();

        Thread small = new Thread(null, () -> decoded.complete(Wire.decode(frame)), "small-stack", 160 * 1024);
        small.setUncaughtExceptionHandler((thread, failure) -> decoded.completeExceptionally(failure));
        small.start();

        assertEquals(1, decoded.get().commands().size());
    }

    private static FilterNode filter(byte[]... fields) {
        return ((Command.Subscribe) command(record(message(5, fields))))
                .filter()
                .orElseThrow();
    }

    private static byte[] subscribeWithFilterOf(int nodes) {
        byte[] filter = string(1, "");
        for (int depth = 1; depth < nodes; depth++) {
            filter = message(6, filter);
        }
        return record(message(5, message(13, filter), string(2, "after the filter")));
    }
}
