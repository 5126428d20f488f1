package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelNamesTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withPresence(true))));

    static List<String> accepted() {
        return List.of(
                "a",
                "chat:大厅",
                "with space",
                "#$%&/()=?*+~'\"\\<>{}[]",
                "\u00a0",
                "a".repeat(255),
                "大".repeat(85),
                "😀".repeat(63) + "abc");
    }

    static List<String> refused() {
        return List.of(
                "a".repeat(256),
                "大".repeat(85) + "a",
                "😀".repeat(64),
                "a\nb",
                "\u0000",
                "tab\t",
                "\u007f",
                "\u0085",
                "\u001b[31m");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    @Proves("S5")
    void namesOfAnyTextUpTo255BytesArriveAsTheyAre(String channel) {
        for (Encoding encoding : Encoding.values()) {
            ProtocolClient alice = gateway.connect(encoding, "alice");
            assertEquals(0, alice.subscribe(channel));

            assertEquals(0, alice.publish(channel, "1"));

            assertEquals("1", alice.awaitPush(channel).data());
            alice.unsubscribe(channel);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Proves("S5")
    void longerOnesAndControlCharactersAreBadRequestsEverywhere(String channel) {
        for (Encoding encoding : Encoding.values()) {
            ProtocolClient alice = gateway.connect(encoding, "alice");

            assertEquals(107, alice.subscribe(channel));
            assertEquals(107, alice.publish(channel, "1"));
            assertEquals(0, alice.unsubscribe(channel), "unsubscribing never fails");
            assertEquals(0, gateway.gateway().subscriberCount(channel));
        }
    }

    @Test
    void presenceChecksNamesToo() {
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = alice.presence("a\nb");

        assertEquals(107, reply.errorCode());
    }

    @Test
    void halfACharacterIsReadAsTheReplacementCharacter() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                0, alice.call("subscribe", "{\"channel\":\"half \\ud800\"}").errorCode());

        assertEquals(1, gateway.gateway().subscriberCount("half \ufffd"));
    }

    @Test
    void invalidUtf8IsNoNameInProtobufEither() {
        ProtobufClient bob = gateway.connectProtobuf("bob");

        // Length 7, id 2, subscribe of length 3: a channel of the one byte ff.
        bob.raw().sendBinary(new byte[] {7, 8, 2, 0x2a, 3, 0x0a, 1, (byte) 0xff});

        bob.expectClose(3501);
    }
}
