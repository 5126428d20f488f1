package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.command;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JsonFilterTest {
    @Test
    void presentFilterIsReported() {
        assertTrue(filtered("{\"op\":\"and\",\"nodes\":[{\"key\":\"t\",\"cmp\":\"eq\",\"val\":\"BTC\"},"
                + "{\"key\":\"p\",\"cmp\":\"in\",\"vals\":[\"1\",\"2\"]}]}"));
        assertTrue(filtered("{}"));
        assertTrue(filtered("{\"nodes\":null,\"vals\":null,\"op\":null}"));
        assertTrue(filtered("{\"nodes\":[{\"nodes\":[]},null,{\"nodes\":[{}]}],\"op\":\"x\"}"));
    }

    @Test
    void absentFilterIsNone() {
        assertFalse(filtered("null"));
    }

    @Test
    void fieldsMayFollowTheChildren() {
        assertMalformed(subscribe("{\"nodes\":[{\"nodes\":[{}],\"op\":1}]}"));
        assertMalformed(subscribe("{\"nodes\":[{}],\"op\":1}"));
    }

    @Test
    void nodesNestedTo1024Pass() {
        assertTrue(filtered(nested(1024)));
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

    private static boolean filtered(String filter) {
        return ((Command.Subscribe) command(subscribe(filter))).filter().isPresent();
    }

    private static String subscribe(String filter) {
        return "{\"id\":1,\"subscribe\":{\"channel\":\"a\",\"tf\":" + filter + "}}";
    }

    private static String nested(int nodes) {
        return "{\"nodes\":[".repeat(nodes - 1) + "{}" + "]}".repeat(nodes - 1);
    }
}
