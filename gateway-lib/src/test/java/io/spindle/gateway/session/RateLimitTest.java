package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
    private static final int COMMANDS = 50;
    private static final int BYTES = 20_000;

    @RegisterExtension
    static final GatewayExtension commands = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).maxCommandsPerSecond(COMMANDS));

    @RegisterExtension
    static final GatewayExtension bytes = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).maxBytesPerSecond(BYTES));

    @Test
    void whoSendsMoreCommandsThanAllowedIsReadLaterAndLosesNothing() {
        JsonClient busy = commands.connect("busy");
        JsonClient other = commands.connect("other");
        long started = System.nanoTime();

        for (int frame = 0; frame < 12; frame++) {
            busy.raw().sendText(publications(100 + frame * 10, 10, "1"));
        }
        assertEquals(0, other.subscribe("other").errorCode());

        for (int id = 100; id < 220; id++) {
            assertEquals(0, busy.awaitReply(id).errorCode());
        }
        // 120 commands at 50 a second: one whole second was waited for, whenever the first began.
        assertTrue(System.nanoTime() - started >= Duration.ofSeconds(1).toNanos(), "was not held back");
        assertTrue(busy.isOpen());
    }

    @Test
    void whoSendsMoreBytesThanAllowedIsReadLaterAndLosesNothing() {
        JsonClient busy = bytes.connect("busy");
        long started = System.nanoTime();
        String data = "\"" + "x".repeat(BYTES / 2) + "\"";

        for (int frame = 0; frame < 6; frame++) {
            busy.raw().sendText(publications(100 + frame, 1, data));
        }

        for (int id = 100; id < 106; id++) {
            assertEquals(0, busy.awaitReply(id).errorCode());
        }
        assertTrue(System.nanoTime() - started >= Duration.ofSeconds(1).toNanos(), "was not held back");
    }

    @Test
    void whoLeavesWhileItIsHeldBackIsForgottenAtOnce() {
        JsonClient busy = commands.connect("leaves");
        busy.raw().sendText(publications(100, COMMANDS + 1, "1"));
        busy.awaitReply(100 + COMMANDS);

        assertEquals(1, commands.gateway().disconnect("leaves"));

        busy.expectClose(3503);
    }

    private static String publications(int firstId, int count, String data) {
        return IntStream.range(firstId, firstId + count)
                .mapToObj(id -> "{\"id\":" + id + ",\"publish\":{\"channel\":\"p\",\"data\":" + data + "}}")
                .collect(Collectors.joining("\n"));
    }
}
