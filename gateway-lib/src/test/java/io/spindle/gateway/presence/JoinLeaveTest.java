package io.spindle.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinLeaveTest {
    private static final ChannelOptions FORCED =
            ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true);
    private static final ChannelOptions ON_WISH =
            ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true, Grant.IF_ASKED);

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(FORCED)));

    /** Join and leave for those who ask, and in channels that begin with {@code open} only. */
    @RegisterExtension
    static final GatewayExtension onWish = new GatewayExtension(builder -> builder.channelPolicy(wish()));

    /** Mallory may see who is there, and not subscribe. */
    @RegisterExtension
    static final GatewayExtension refusing = new GatewayExtension(builder ->
            builder.channelPolicy((client, channel, action) -> CompletableFuture.completedFuture(
                    client.userId().equals("mallory") && action instanceof ChannelAction.Subscribe
                            ? Decision.permissionDenied("not for mallory")
                            : Decision.allow(FORCED))));

    @ParameterizedTest
    @EnumSource
    @Proves("J1")
    void theJoinersOwnJoinFollowsItsReply(Encoding encoding) {
        ProtocolClient alice = gateway.connect(encoding, "alice");
        String channel = "own-" + encoding;

        assertEquals(0, alice.subscribe(channel));

        assertEquals(join(alice, "alice"), alice.awaitPush(channel));
    }

    @Test
    @Proves("J1")
    void theReplyComesFirstOnTheWire() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("first");
        alice.awaitPush(push -> push.at("push").has("join"));

        List<String> lines = alice.raw().receivedLines();
        assertEquals("{\"id\":2,\"subscribe\":{}}", lines.get(1));
        assertTrue(lines.get(2).startsWith("{\"push\":{\"channel\":\"first\",\"join\":{\"info\":{\"user\":\"alice\""));
    }

    @ParameterizedTest
    @EnumSource
    @Proves({"J2", "J3"})
    void othersAreToldOfJoinAndLeaveAndTheLeaverIsNotToldOfItsOwn(Encoding encoding) {
        String channel = "others-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        ProtocolClient bob = gateway.connect(Encoding.JSON, "bob");
        alice.subscribe(channel);
        alice.awaitPush(channel);

        bob.subscribe(channel);
        assertEquals(join(bob, "bob"), alice.awaitPush(channel));
        assertEquals(join(bob, "bob"), bob.awaitPush(channel));

        bob.unsubscribe(channel);
        assertEquals(leave(bob, "bob"), alice.awaitPush(channel));
        assertFalse(bob.hasPush(channel));
    }

    @ParameterizedTest
    @EnumSource
    @Proves("J5")
    void anAbruptEndIsALeaveToo(Encoding encoding) {
        String channel = "abrupt-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        ProtocolClient bob = gateway.connect(encoding, "bob");
        alice.subscribe(channel);
        bob.subscribe(channel);
        alice.awaitPush(channel);
        alice.awaitPush(channel);

        bob.raw().abort();

        assertEquals(leave(bob, "bob"), alice.awaitPush(channel));
    }

    @Test
    @Proves({"J5", "J6"})
    void presenceShowsAClientBeforeItsJoinIsToldAndNoMoreAfterItsLeave() {
        ProtocolClient alice = gateway.connect(Encoding.JSON, "alice");
        alice.subscribe("shown");
        alice.awaitPush("shown");
        for (int round = 0; round < 20; round++) {
            ProtocolClient bob = gateway.connect(Encoding.PROTOBUF, "bob");
            bob.subscribe("shown");
            alice.awaitPush("shown");
            assertTrue(alice.presence("shown").contains(bob.clientId()));

            bob.raw().abort();
            alice.awaitPush("shown");
            assertFalse(alice.presence("shown").contains(bob.clientId()));
        }
    }

    @RepeatedTest(20)
    @Proves("J4")
    void whoLeavesAndComesBackAtOnceIsSeenLeavingFirstAndDoesNotSeeItself(RepetitionInfo repetition) {
        String channel = "back-" + repetition.getCurrentRepetition();
        ProtocolClient alice = gateway.connect(Encoding.PROTOBUF, "alice");
        alice.subscribe(channel);
        alice.awaitPush(channel);
        JsonClient bob = gateway.connect("bob");

        bob.raw()
                .sendLines(
                        "{\"id\":2,\"subscribe\":{\"channel\":\"" + channel + "\"}}",
                        "{\"id\":3,\"unsubscribe\":{\"channel\":\"" + channel + "\"}}",
                        "{\"id\":4,\"subscribe\":{\"channel\":\"" + channel + "\"}}");

        assertEquals(ChannelPush.Kind.JOIN, alice.awaitPush(channel).kind());
        assertEquals(ChannelPush.Kind.LEAVE, alice.awaitPush(channel).kind());
        assertEquals(ChannelPush.Kind.JOIN, alice.awaitPush(channel).kind());
        alice.publish(channel, "1");
        bob.awaitPublication(channel);
        assertFalse(bob.hasReceived(message -> message.at("push").has("leave")), "its own leave");
    }

    @ParameterizedTest
    @EnumSource
    @Proves("S21")
    void aRefusedSubscribeIsNoJoinAndShowsNobody(Encoding encoding) {
        String channel = "refused-" + encoding;
        JsonClient alice = refusing.connect("alice");
        alice.subscribe(channel);
        alice.awaitPush(push -> push.at("push").has("join"));
        ProtocolClient mallory = refusing.connect(encoding, "mallory");

        assertEquals(103, mallory.subscribe(channel));

        assertEquals(1, refusing.gateway().subscriberCount(channel));
        assertFalse(mallory.presence(channel).contains(mallory.clientId()));
        // What follows on the same way is there; a join would have been before it.
        refusing.gateway().publish(channel, Payload.json("1"));
        alice.awaitPublication(channel);
        assertFalse(alice.hasReceived(
                message -> message.at("push", "join", "info", "user").asText().equals("mallory")));
    }

    @Test
    @Proves("J7")
    void withoutTheWishNothingIsPushed() {
        ProtocolClient alice = onWish.connect(Encoding.JSON, "alice");
        alice.subscribe("open");

        ProtocolClient bob = onWish.connect(Encoding.JSON, "bob");
        bob.subscribe("open");
        bob.publish("open", "1");

        assertEquals(ChannelPush.Kind.PUBLICATION, alice.awaitPush("open").kind());
        assertFalse(alice.hasPush("open"));
    }

    @Test
    void theWishIsGrantedToThoseWhoMaySeePresence() {
        JsonClient alice = onWish.connect("alice");
        JsonClient bob = onWish.connect("bob");

        alice.call("subscribe", "{\"channel\":\"open:wish\",\"join_leave\":true}");
        bob.subscribe("open:wish");

        alice.awaitPush(push -> push.at("push", "join", "info", "user").asText().equals("alice"));
        alice.awaitPush(push -> push.at("push", "join", "info", "user").asText().equals("bob"));
        bob.unsubscribe("open:wish");
        alice.awaitPush(
                push -> push.at("push", "leave", "info", "user").asText().equals("bob"));
    }

    @Test
    void theWishOfThoseWhoMayNotSeePresenceIsIgnored() {
        JsonClient alice = onWish.connect("alice");

        assertEquals(
                0,
                alice.call("subscribe", "{\"channel\":\"closed:wish\",\"join_leave\":true}")
                        .errorCode());
        alice.publish("closed:wish", "1");

        alice.awaitPublication("closed:wish");
        assertFalse(alice.hasReceived(message -> message.at("push").has("join")));
    }

    private static ChannelPush join(ProtocolClient client, String user) {
        return new ChannelPush(ChannelPush.Kind.JOIN, "", user, client.clientId());
    }

    private static ChannelPush leave(ProtocolClient client, String user) {
        return new ChannelPush(ChannelPush.Kind.LEAVE, "", user, client.clientId());
    }

    private static ChannelPolicy wish() {
        return (client, channel, action) -> CompletableFuture.completedFuture(
                Decision.allow(channel.startsWith("open") ? ON_WISH : ON_WISH.withJoinLeave(true, Grant.NEVER)));
    }
}
