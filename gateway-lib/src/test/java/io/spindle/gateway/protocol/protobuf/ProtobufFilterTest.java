package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.assertMalformed;
import static io.spindle.gateway.protocol.protobuf.Wire.command;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.record;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProtobufFilterTest {
    @Test
    void nodesNestedTo1024Pass() {
        Command.Subscribe subscribe = (Command.Subscribe) command(subscribeWithFilterOf(1024));

        assertTrue(subscribe.filter().isPresent());
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

    private static byte[] subscribeWithFilterOf(int nodes) {
        byte[] filter = string(1, "");
        for (int depth = 1; depth < nodes; depth++) {
            filter = message(6, filter);
        }
        return record(message(5, message(13, filter), string(2, "after the filter")));
    }
}
