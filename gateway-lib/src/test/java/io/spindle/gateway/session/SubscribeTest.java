package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscribeTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).maxChannels(3));

    @RegisterExtension
    static final GatewayExtension withData = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(
            ChannelOptions.BROADCAST, Optional.empty(), Optional.of(Payload.json("{\"hello\": \"sub\"}")))));

    @Test
    @Proves("S1")
    void aPlainChannelIsAnsweredWithAnEmptyResult() {
        JsonClient alice = gateway.connect("alice");

        assertEquals("{\"id\":2,\"subscribe\":{}}", alice.subscribe("plain").text());
        assertEquals(1, gateway.gateway().subscriberCount("plain"));
    }

    @ParameterizedTest
    @EnumSource
    @Proves("S2")
    void aSecondSubscriptionToAChannelIsAnError(Encoding encoding) {
        ProtocolClient alice = gateway.connect(encoding, "alice");
        String channel = "twice-" + encoding;

        assertEquals(0, alice.subscribe(channel));
        assertEquals(105, alice.subscribe(channel));

        assertEquals(1, gateway.gateway().subscriberCount(channel));
        assertTrue(alice.isOpen());
    }

    @ParameterizedTest
    @EnumSource
    @Proves("S6")
    void oneChannelTooManyIsAnErrorAndAFreedPlaceIsOneAgain(Encoding encoding) {
        ProtocolClient alice = gateway.connect(encoding, "alice");
        assertEquals(0, alice.subscribe("limit-1"));
        assertEquals(0, alice.subscribe("limit-2"));
        assertEquals(0, alice.subscribe("limit-3"));

        assertEquals(106, alice.subscribe("limit-4"));

        assertEquals(105, alice.subscribe("limit-3"), "already subscribed comes first");
        assertEquals(0, alice.unsubscribe("limit-1"));
        assertEquals(0, alice.subscribe("limit-4"));
    }

    @ParameterizedTest
    @CsvSource({"1,107", "2,107", "3,107", "4,108", "5,107", "7,107", "-1,107"})
    @Proves("S10")
    void otherTypesOfSubscriptionAreRefusedNeverTakenForPlainOnes(int type, int error) {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                error,
                alice.call("subscribe", "{\"channel\":\"typed\",\"type\":" + type + "}")
                        .errorCode());
        assertEquals(0, gateway.gateway().subscriberCount("typed"));
    }

    @Test
    @Proves("S9")
    void anUnknownDeltaIsABadRequest() {
        JsonClient alice = gateway.connect("alice");

        alice.send("subscribe", "{\"channel\":\"delta\",\"delta\":\"foo\"}");

        alice.expectClose(3501);
    }

    @Test
    @Proves("S16")
    void wishesThatAreNotGrantedAreIgnored() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"subscribe\":{}}",
                alice.call(
                                "subscribe",
                                "{\"channel\":\"wishes\",\"delta\":\"fossil\",\"flag\":1,\"positioned\":true,"
                                        + "\"recoverable\":true,\"join_leave\":true}")
                        .text()
                        .replaceFirst("\"id\":\\d+,", ""));
    }

    @Test
    void whoWantsToRecoverIsToldThatItDidNot() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"was_recovering\":true}",
                alice.call("subscribe", "{\"channel\":\"recover\",\"recover\":true,\"epoch\":\"e\",\"offset\":7}")
                        .at("subscribe")
                        .toString());
    }

    @Test
    void aFilterIsRefusedBecauseUnfilteredDeliveryWouldBeWorse() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                107,
                alice.call(
                                "subscribe",
                                "{\"channel\":\"filtered\",\"tf\":{\"key\":\"k\",\"cmp\":\"eq\",\"val\":\"v\"}}")
                        .errorCode());
        assertEquals(0, gateway.gateway().subscriberCount("filtered"));
    }

    @Test
    @Proves("S18")
    void dataOfTheApplicationIsInTheReply() {
        JsonClient alice = withData.connect("alice");

        assertEquals(
                "{\"id\":2,\"subscribe\":{\"data\":{\"hello\": \"sub\"}}}",
                alice.subscribe("data").text());
    }

    @Test
    void a128thChannelIsAcceptedByDefaultAndA129thIsNot() {
        JsonClient alice = withData.connect("alice");
        for (int i = 1; i <= 128; i++) {
            assertEquals(0, alice.subscribe("default-" + i).errorCode());
        }

        assertEquals(106, alice.subscribe("default-129").errorCode());
    }
}
