package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.HeldTransport;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.redis.Await;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PendingLimitTest {
    private static final int MAX_PENDING = 8;

    private final HeldTransport transport = new HeldTransport();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withDelivery(Delivery.RELAY)))
                    .workers(transport.router(), transport)
                    .maxPending(MAX_PENDING)
                    .pingInterval(Duration.ofSeconds(1))
                    .pongTimeout(Duration.ofMillis(900)));

    @AfterEach
    void answerAll() {
        transport.acceptAll();
    }

    @Test
    void readingStopsAtTheBoundAlsoWithinAFrameAndNothingIsLost() {
        JsonClient alice = gateway.connect("alice");
        int commands = 3 * MAX_PENDING;
        alice.raw().sendText(publications(100, commands));
        alice.raw().sendText(publications(200, commands));

        Await.until("as many as may be unanswered", () -> transport.count() == MAX_PENDING);
        JsonClient bob = gateway.connect("bob");
        assertEquals(0, bob.subscribe("b").errorCode());
        assertEquals(MAX_PENDING, transport.count());

        for (int n = 0; n < 2 * commands; n++) {
            transport.acceptNext();
            int id = n < commands ? 100 + n : 200 + n - commands;
            assertEquals(0, alice.awaitReply(id).errorCode());
        }
        assertEquals(
                IntStream.concat(IntStream.range(100, 100 + commands), IntStream.range(200, 200 + commands))
                        .mapToObj(Integer::toString)
                        .toList(),
                transport.taken());
    }

    @Test
    void refusalsAreAnswersAndMakeRoomToo() {
        JsonClient alice = gateway.connect("alice");
        alice.raw().sendText(publications(100, MAX_PENDING + 1));
        Await.until("at the bound", () -> transport.count() == MAX_PENDING);

        transport.refuseNext(Refusal.BACKLOG_FULL);

        assertEquals(
                "{\"code\":111,\"message\":\"too many requests\",\"temporary\":true}",
                alice.awaitReply(100).at("error").toString());
        Await.until("one more", () -> transport.taken().size() == MAX_PENDING + 1);
    }

    @Test
    void whoLeavesAtTheBoundIsForgotten() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("left");
        alice.raw().sendText(publications(100, MAX_PENDING + 1));
        Await.until("at the bound", () -> transport.count() == MAX_PENDING);

        assertEquals(1, gateway.gateway().disconnect("alice"));

        alice.expectClose(3503);
        Await.until("forgotten", () -> gateway.gateway().subscriberCount("left") == 0);
        assertEquals(MAX_PENDING, transport.taken().size(), "the rest of the frame is dropped");
    }

    @Test
    void whoIsNotReadIsNotBlamedForPongsThatWaitToBeRead() {
        JsonClient alice = gateway.connect("alice");
        alice.raw().sendText(publications(100, MAX_PENDING + 1));
        Await.until("at the bound", () -> transport.count() == MAX_PENDING);
        alice.awaitPing();
        // A whole interval, and with it the time for a pong, passes between the two pings of another client.
        JsonClient bob = gateway.connect("bob");
        bob.awaitPing();
        bob.awaitPing();

        transport.acceptAll();

        assertEquals(0, alice.awaitReply(100 + MAX_PENDING).errorCode());
        alice.awaitPing();
        assertEquals(0, alice.subscribe("in-time").errorCode());
        assertTrue(bob.isOpen());
    }

    @Test
    void aPublishIsNotAnsweredBeforeItsEventIsTaken() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("promise");
        int id = alice.send("publish", "{\"channel\":\"promise\",\"data\":1}");
        Await.until("handed over", () -> transport.count() == 1);

        assertEquals(0, alice.subscribe("meanwhile").errorCode());
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() == id));
        assertFalse(alice.hasReceived(message -> message.at("push").has("pub")));

        transport.acceptNext();
        assertEquals(0, alice.awaitReply(id).errorCode());
        alice.awaitPublication("promise");
        assertTrue(alice.isOpen());
    }

    private static String publications(int firstId, int count) {
        return IntStream.range(firstId, firstId + count)
                .mapToObj(id -> "{\"id\":" + id + ",\"publish\":{\"channel\":\"p\",\"data\":" + id + "}}")
                .collect(Collectors.joining("\n"));
    }
}
