package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.HeldPolicy;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubscribeOrderTest {
    private final HeldPolicy policy = new HeldPolicy(
            Decision.allow(ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true)));

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(policy));

    @Test
    @Proves("S11")
    void subscribeUnsubscribeSubscribeInOneFrameAreAnsweredInThatOrder() {
        JsonClient alice = gateway.connect("alice");

        alice.raw()
                .sendLines(
                        "{\"id\":2,\"subscribe\":{\"channel\":\"sus\"}}",
                        "{\"id\":3,\"unsubscribe\":{\"channel\":\"sus\"}}",
                        "{\"id\":4,\"subscribe\":{\"channel\":\"sus\"}}");

        alice.awaitReply(4);
        List<Integer> ids = replyIds(alice, 3);
        assertEquals(List.of(2, 3, 4), ids);
        assertEquals(1, gateway.gateway().subscriberCount("sus"));
    }

    @Test
    @Proves("S12")
    void anUnsubscribeWaitsForTheSubscribeThatIsStillBeingDecided() {
        JsonClient alice = gateway.connect("alice");
        int subscribe = alice.send("subscribe", "{\"channel\":\"held:u\"}");
        policy.awaitAsked("held:u");

        int unsubscribe = alice.send("unsubscribe", "{\"channel\":\"held:u\"}");
        policy.release("held:u");

        alice.awaitReply(unsubscribe);
        assertEquals(List.of(subscribe, unsubscribe), replyIds(alice, 2));
        assertEquals(0, gateway.gateway().subscriberCount("held:u"));
    }

    @Test
    @Proves("S13")
    void unsubscribingWhereNothingIsSubscribedSucceeds() {
        JsonClient alice = gateway.connect("alice");

        assertEquals("{\"id\":2,\"unsubscribe\":{}}", alice.unsubscribe("never").text());
        alice.subscribe("once");
        alice.unsubscribe("once");
        assertEquals(0, alice.unsubscribe("once").errorCode());
    }

    @Test
    void whoHasTheReplyOfAnUnsubscribeIsInTheChannelNoMore() throws Exception {
        JsonClient alice = gateway.connect("alice");
        for (int round = 0; round < 200; round++) {
            alice.subscribe("left");

            alice.unsubscribe("left");

            assertEquals(0, gateway.gateway().subscriberCount("left"));
            assertEquals(
                    List.of(),
                    gateway.gateway().presence("left").toCompletableFuture().get());
        }
    }

    @Test
    @Proves("S15")
    void whatIsPublishedDuringASubscribeNeverPrecedesItsReply() {
        for (int round = 0; round < 50; round++) {
            JsonClient alice = gateway.connect("alice");
            String channel = "during-" + round;
            int id = alice.send("subscribe", "{\"channel\":\"" + channel + "\"}");
            for (int i = 0; i < 20; i++) {
                gateway.gateway().publish(channel, Payload.json(Integer.toString(i)));
            }
            alice.awaitReply(id);
            gateway.gateway().publish(channel, Payload.json("\"end\""));
            alice.awaitPush(push -> push.at("push", "pub", "data").asText().equals("end"));

            List<String> lines = alice.raw().receivedLines();
            assertTrue(firstPush(lines, channel) > reply(lines, id), lines::toString);
            alice.raw().abort();
        }
    }

    @Test
    @Proves("S14")
    void nothingOfAChannelFollowsTheUnsubscribeReply() {
        for (int round = 0; round < 50; round++) {
            JsonClient alice = gateway.connect("alice");
            String channel = "after-" + round;
            alice.subscribe(channel);
            for (int i = 0; i < 20; i++) {
                gateway.gateway().publish(channel, Payload.json(Integer.toString(i)));
            }
            int id = alice.send("unsubscribe", "{\"channel\":\"" + channel + "\"}");
            for (int i = 0; i < 20; i++) {
                gateway.gateway().publish(channel, Payload.json(Integer.toString(i)));
            }
            alice.awaitReply(id);
            // Its own fan-out would have come before this one's.
            String after = channel + ":after";
            alice.subscribe(after);
            gateway.gateway().publish(after, Payload.json("1"));
            alice.awaitPublication(after);

            List<String> lines = alice.raw().receivedLines();
            assertTrue(lastPush(lines, channel) < reply(lines, id), lines::toString);
            alice.raw().abort();
        }
    }

    @Test
    void aFastCommandIsNotHeldUpByASlowOneOfAnotherClient() {
        JsonClient slow = gateway.connect("slow");
        JsonClient fast = gateway.connect("fast");
        int held = slow.send("subscribe", "{\"channel\":\"held:f\"}");
        policy.awaitAsked("held:f");

        assertEquals(0, fast.subscribe("free").errorCode());

        assertFalse(slow.hasReceived(message -> message.at("id").asInt() == held));
        policy.release("held:f");
        assertEquals(0, slow.awaitReply(held).errorCode());
    }

    @Test
    @Proves("S22")
    void aClientThatLeavesWhileItsSubscribeIsDecidedLeavesNothingBehind() {
        JsonClient alice = gateway.connect("leaving");
        alice.send("subscribe", "{\"channel\":\"held:gone\"}");
        policy.awaitAsked("held:gone");
        alice.raw().abort();
        Await.until("connection gone", () -> gateway.gateway().disconnect("leaving") == 0);

        policy.release("held:gone");

        JsonClient bob = gateway.connect("bob");
        assertEquals(0, bob.subscribe("held:gone").errorCode());
        Await.until("bob alone", () -> gateway.gateway().subscriberCount("held:gone") == 1);
        assertEquals(1, bob.presence("held:gone").at("presence", "presence").size());
    }

    /** Ids of the last replies, in the order they came. */
    private static List<Integer> replyIds(JsonClient client, int count) {
        List<Integer> ids = client.raw().receivedLines().stream()
                .filter(line -> line.startsWith("{\"id\":"))
                .map(line -> Integer.valueOf(line.substring(6, line.indexOf(','))))
                .toList();
        return ids.subList(ids.size() - count, ids.size());
    }

    private static int reply(List<String> lines, int id) {
        return indices(lines, line -> line.startsWith("{\"id\":" + id + ","))
                .findFirst()
                .orElseThrow();
    }

    private static int firstPush(List<String> lines, String channel) {
        return pushes(lines, channel).min().orElseThrow();
    }

    private static int lastPush(List<String> lines, String channel) {
        return pushes(lines, channel).max().orElse(-1);
    }

    private static IntStream pushes(List<String> lines, String channel) {
        return indices(lines, line -> line.startsWith("{\"push\":{\"channel\":\"" + channel + "\""));
    }

    private static IntStream indices(List<String> lines, Predicate<String> wanted) {
        return IntStream.range(0, lines.size()).filter(i -> wanted.test(lines.get(i)));
    }
}
