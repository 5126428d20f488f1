package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(
                    ChannelOptions.BROADCAST, Optional.of(Payload.json("{\"role\":\"member\"}")), Optional.empty()))
            .authenticator(JwtAuthenticator.builder()
                    .hmacSecret(Tokens.SECRET)
                    .allowAnonymous(true)
                    .build()));

    @ParameterizedTest
    @EnumSource
    @Proves("P1")
    void allSubscribersGetItWithThePublishersInfoTheirsIncluded(Encoding encoding) {
        String channel = "all-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        ProtocolClient bob = gateway.connect(Encoding.JSON, "bob");
        ProtocolClient carol = gateway.connect(Encoding.PROTOBUF, "carol");
        for (ProtocolClient subscriber : List.of(alice, bob, carol)) {
            assertEquals(0, subscriber.subscribe(channel));
        }

        assertEquals(0, alice.publish(channel, "{\"n\":1}"));

        for (ProtocolClient subscriber : List.of(alice, bob, carol)) {
            assertEquals(
                    new ChannelPush(ChannelPush.Kind.PUBLICATION, "{\"n\":1}", "alice", alice.clientId()),
                    subscriber.awaitPush(channel));
        }
    }

    @Test
    @Proves("P1")
    void theReplyIsAnEmptyResult() {
        assertEquals(
                "{\"id\":2,\"publish\":{}}",
                gateway.connect("alice").publish("reply", "1").text());
    }

    @Test
    @Proves("P4")
    void infoOfTheChannelIsToldOnlyOfPublishersThatAreSubscribed() {
        JsonClient subscribed = gateway.connect("alice");
        JsonClient outside = gateway.connect("bob");
        subscribed.subscribe("info");

        subscribed.publish("info", "1");
        outside.publish("info", "2");

        String first =
                subscribed.awaitPublication("info").at("push", "pub", "info").toString();
        String second =
                subscribed.awaitPublication("info").at("push", "pub", "info").toString();
        assertTrue(first.endsWith("\"conn_info\":{\"name\":\"ALICE\"},\"chan_info\":{\"role\":\"member\"}}"), first);
        assertTrue(second.endsWith("\"conn_info\":{\"name\":\"BOB\"}}"), second);
    }

    @Test
    @Proves("P3")
    void anAnonymousPublisherHasAnEmptyUserThatIsThere() {
        JsonClient anonymous = gateway.open();
        anonymous.connect("");
        anonymous.subscribe("anonymous");

        anonymous.publish("anonymous", "1");

        String text = anonymous.awaitPublication("anonymous").text();
        assertTrue(text.contains("\"info\":{\"user\":\"\",\"client\":\""), text);
        assertFalse(text.contains("conn_info"), text);
    }

    @ParameterizedTest
    @EnumSource
    @Proves("P5")
    void onePublishersOrderIsEverySubscribersOrder(Encoding encoding) {
        String channel = "order-" + encoding;
        ProtocolClient subscriber = gateway.connect(encoding, "subscriber");
        subscriber.subscribe(channel);
        JsonClient publisher = gateway.connect("publisher");
        int frames = 40;
        int perFrame = 50;

        for (int frame = 0; frame < frames; frame++) {
            int first = frame * perFrame;
            publisher
                    .raw()
                    .sendText(IntStream.range(first, first + perFrame)
                            .mapToObj(n -> "{\"id\":" + (n + 100) + ",\"publish\":{\"channel\":\"" + channel
                                    + "\",\"data\":" + n + "}}")
                            .collect(Collectors.joining("\n")));
        }

        List<String> received = new ArrayList<>();
        for (int n = 0; n < frames * perFrame; n++) {
            received.add(subscriber.awaitPush(channel).data());
            assertEquals(Integer.toString(n), received.get(n));
            assertEquals(0, publisher.awaitReply(n + 100).errorCode());
        }
    }

    @Test
    void nobodyNeedsToBeThereAndNobodyElseGetsIt() {
        JsonClient alice = gateway.connect("alice");
        JsonClient elsewhere = gateway.connect("bob");
        elsewhere.subscribe("elsewhere");

        assertEquals(0, alice.publish("empty", "1").errorCode());

        assertEquals(0, elsewhere.publish("elsewhere", "2").errorCode());
        assertEquals(
                "2",
                elsewhere
                        .awaitPublication("elsewhere")
                        .at("push", "pub", "data")
                        .toString());
        assertFalse(elsewhere.hasReceived(
                message -> message.at("push", "channel").asText().equals("empty")));
    }
}
