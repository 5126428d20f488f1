package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the default policy, as clients meet them. */
class DefaultPolicyTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension();

    @ParameterizedTest
    @CsvSource({
        "chat,0",
        "chat:,0",
        "chat:room-1,0",
        "chat:大厅,0",
        "user:alice,0",
        "user:bob,103",
        "user:,103",
        "user:alice2,103",
        "chats,103",
        "Chat,103",
        "news,103",
        "' chat',103"
    })
    @Proves("P2")
    void whoMaySubscribeAndPublishWhere(String channel, int error) {
        for (Encoding encoding : Encoding.values()) {
            ProtocolClient alice = gateway.connect(encoding, "alice");

            assertEquals(error, alice.publish(channel, "{\"text\":\"hi\"}"));
            assertEquals(error, alice.subscribe(channel));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"hi\"} | 0",
                "{\"text\":\" hi \",\"more\":[1]} | 0",
                "{\"text\":\"\"} | 107",
                "{\"text\":\"  \"} | 107",
                "{\"text\":1} | 107",
                "{} | 107",
                "\"text\" | 107",
                "null | 107"
            })
    void whatMayBePublished(String data, int error) {
        for (Encoding encoding : Encoding.values()) {
            assertEquals(error, gateway.connect(encoding, "alice").publish("chat:data", data));
        }
    }

    @Test
    @Proves("P2")
    void dataThatIsMissingIsABadRequest() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(107, alice.call("publish", "{\"channel\":\"chat\"}").errorCode());
        assertEquals(
                107,
                gateway.connectProtobuf("alice")
                        .publish("chat", new byte[0])
                        .getError()
                        .getCode());
        assertEquals(
                107,
                gateway.connectProtobuf("alice")
                        .publish("chat", new byte[] {1, 2, 3})
                        .getError()
                        .getCode());
    }

    @Test
    void textIsBoundedInCodePoints() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                0,
                alice.publish("chat:text", "{\"text\":\"" + "😀".repeat(5_000) + "\"}")
                        .errorCode());
        assertEquals(
                107,
                alice.publish("chat:text", "{\"text\":\"" + "x".repeat(5_001) + "\"}")
                        .errorCode());
    }

    @ParameterizedTest
    @EnumSource
    void everySubscriberIsToldOfJoinsAndMaySeePresenceWithoutAsking(Encoding encoding) {
        String channel = "chat:joins-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        alice.subscribe(channel);
        assertEquals(ChannelPush.Kind.JOIN, alice.awaitPush(channel).kind());

        ProtocolClient bob = gateway.connect(encoding, "bob");
        bob.subscribe(channel);

        assertEquals("bob", alice.awaitPush(channel).user());
        assertEquals(Set.of(alice.clientId(), bob.clientId()), bob.presence(channel));
    }

    @Test
    void presenceIsForSubscribersAndThereIsNoHistory() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(103, alice.presence("chat:outside").errorCode());
        assertEquals(103, alice.call("presence_stats", "{\"channel\":\"chat\"}").errorCode());
        alice.subscribe("chat:inside");
        assertEquals(0, alice.presence("chat:inside").errorCode());
        assertEquals(108, alice.call("history", "{\"channel\":\"chat:inside\"}").errorCode());
    }

    @Test
    @Proves("S7")
    void aRefusalKeepsTheConnection() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"error\":{\"code\":103,\"message\":\"permission denied\"}}",
                alice.subscribe("news").text());
        assertEquals(0, gateway.gateway().subscriberCount("news"));
        assertEquals(0, alice.subscribe("chat").errorCode());
    }
}
