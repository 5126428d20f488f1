package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("C4")
    void theReplyTellsClientVersionAndPings() {
        JsonMessage reply = gateway.open().connect(Tokens.of("alice"));

        assertFalse(reply.at("connect", "client").asText().isEmpty());
        assertFalse(reply.at("connect", "version").asText().isEmpty());
        assertEquals(25, reply.at("connect", "ping").asInt());
        assertTrue(reply.at("connect", "pong").asBoolean());
        assertFalse(reply.at("connect").has("expires"));
        assertFalse(reply.at("connect").has("session"), "the session id is for transports that need it");
    }

    @ParameterizedTest
    @EnumSource
    @Proves("C4")
    void everyConnectionHasAClientIdOfItsOwn(Encoding encoding) {
        ProtocolClient first = gateway.connect(encoding, "alice");
        ProtocolClient second = gateway.connect(encoding, "alice");

        assertFalse(first.clientId().isEmpty());
        assertNotEquals(first.clientId(), second.clientId());
    }

    @ParameterizedTest
    @EnumSource
    @Proves("C5")
    void connectingTwiceIsABadRequest(Encoding encoding) {
        ProtocolClient alice = gateway.connect(encoding, "alice");

        AssertionError failure = assertThrows(AssertionError.class, () -> alice.connect(Tokens.of("alice")));

        assertTrue(failure.getMessage().contains("3501"), failure.getMessage());
        alice.expectClose(3501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":1}",
                "{\"id\":1,\"subscribe\":{\"channel\":\"a\"}}",
                "{\"send\":{\"data\":1}}",
                "{\"id\":1,\"ping\":{}}",
                "{\"connect\":{}}",
                "{\"id\":0,\"connect\":{}}"
            })
    @Proves({"C2", "C3"})
    void anythingButConnectWithAnIdComesTooEarly(String command) {
        JsonClient client = gateway.open();

        client.raw().sendText(command);

        assertEquals("bad request", client.expectClose(3501).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"frobnicate\":{}}",
                "{\"id\":2,\"method\":\"subscribe\",\"params\":{\"channel\":\"a\"}}",
                "{\"id\":2,\"method\":1}",
                "{\"id\":2,\"ping\":{}}",
                "{\"id\":2}",
                "{\"subscribe\":{\"channel\":\"a\"}}"
            })
    @Proves({"C9", "C10"})
    void unknownMethodsAndMissingIdsEndAConnection(String command) {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(command);

        assertEquals("bad request", alice.expectClose(3501).reason());
    }

    @Test
    @Proves("C11")
    void ofTwoRequestsInOneCommandTheFirstOfTheProtocolsListIsHandled() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText("{\"id\":7,\"unsubscribe\":{\"channel\":\"b\"},\"subscribe\":{\"channel\":\"two\"}}");

        JsonMessage reply = alice.awaitReply(7);
        assertTrue(reply.json().has("subscribe"), reply.text());
        assertEquals(1, gateway.gateway().subscriberCount("two"));
    }

    @Test
    @Proves("C12")
    void idsAreOnlyEchoed() {
        JsonClient alice = gateway.connect("alice");

        alice.raw()
                .sendLines(
                        "{\"id\":7,\"subscribe\":{\"channel\":\"a\"}}",
                        "{\"id\":7,\"unsubscribe\":{\"channel\":\"a\"}}",
                        "{\"id\":3,\"unsubscribe\":{\"channel\":\"a\"}}");

        assertTrue(alice.awaitReply(7).json().has("subscribe"));
        assertTrue(alice.awaitReply(7).json().has("unsubscribe"));
        assertTrue(alice.awaitReply(3).json().has("unsubscribe"));
    }

    @Test
    @Proves("C29")
    void fieldsOfOtherServersAreIgnored() {
        JsonMessage reply = gateway.open()
                .call(
                        "connect",
                        "{\"token\":\"" + Tokens.of("alice") + "\",\"flag\":1,\"dict\":\"d\",\"profile\":\"p\","
                                + "\"headers\":{\"x\":\"y\"},\"subs\":{\"news\":{\"recover\":true}},"
                                + "\"name\":\"js\",\"version\":\"1\"}");

        assertEquals(0, reply.errorCode());
        for (String absent : new String[] {"flag", "dict", "subs", "session", "node", "time"}) {
            assertFalse(reply.at("connect").has(absent), absent);
        }
    }
}
