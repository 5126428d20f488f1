package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFramesTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    private static final String SUBSCRIBE_A = "{\"id\":11,\"subscribe\":{\"channel\":\"a\"}}";
    private static final String SUBSCRIBE_B = "{\"id\":12,\"subscribe\":{\"channel\":\"b\"}}";

    @Test
    @Proves("T7")
    void twoCommandsInOneFrameAreBothAnswered() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(SUBSCRIBE_A + "\n" + SUBSCRIBE_B);

        assertEquals(0, alice.awaitReply(11).errorCode());
        assertEquals(0, alice.awaitReply(12).errorCode());
    }

    @Test
    @Proves("T8")
    void aNewlineAtTheEndIsNoSecondCommand() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(SUBSCRIBE_A + "\n");

        assertEquals(0, alice.awaitReply(11).errorCode());
        assertEquals(0, alice.subscribe("c").errorCode());
    }

    @Test
    @Proves("T9")
    void carriageReturnsAreWhiteSpace() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(SUBSCRIBE_A + "\r\n" + SUBSCRIBE_B + "\r\n");

        assertEquals(0, alice.awaitReply(11).errorCode());
        assertEquals(0, alice.awaitReply(12).errorCode());
        assertEquals(0, alice.subscribe("c").errorCode());
    }

    @Test
    @Proves("T10")
    void anEmptyLineEndsTheConnectionAfterTheCommandsBeforeIt() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(SUBSCRIBE_A + "\n\n" + SUBSCRIBE_B);

        assertEquals(0, alice.awaitReply(11).errorCode());
        alice.expectClose(3501);
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() == 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", " ", "\r\n", "null", "[]", "1", "\"text\"", "{", "}", "{}}", "nonsense"})
    @Proves("T11")
    void whatIsNoCommandEndsTheConnection(String frame) {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(frame);

        assertEquals("bad request", alice.expectClose(3501).reason());
    }

    @Test
    @Proves("T12")
    void twoObjectsOnOneLineAreNotHandled() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(SUBSCRIBE_A + " " + SUBSCRIBE_B);

        alice.expectClose(3501);
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() > 1));
    }

    @Test
    @Proves("T13")
    void jsonInABinaryFrameIsHandled() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendBinary(SUBSCRIBE_A.getBytes(StandardCharsets.UTF_8));

        assertEquals(0, alice.awaitReply(11).errorCode());
    }

    @Test
    @Proves("T14")
    void invalidUtf8IsABadRequestAndNoWebSocketError() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(gateway.uri())) {
            byte[] text = "{\"id\":1,\"connect\":{\"name\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
            text[text.length - 4] = (byte) 0xff;

            client.send(WireFrame.text(text));

            assertEquals(new Closed(3501, "bad request"), client.awaitClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":11,\"subscribe\":{\"channel\":\"u\",\"unknown\":[{\"deep\":1}]},\"more\":null}",
                "{\"future\":{\"subscribe\":1},\"id\":11,\"subscribe\":{\"channel\":\"u\"}}",
                " {\"id\" : 11 , \"subscribe\" : { \"channel\" : \"u\" , \"token\" : null } } "
            })
    @Proves("T16")
    void unknownFieldsAndSpacesAreIgnored(String command) {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(command);

        assertEquals(0, alice.awaitReply(11).errorCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":11,\"id\":11,\"subscribe\":{\"channel\":\"a\"}}",
                "{\"id\":11,\"subscribe\":{\"channel\":\"a\",\"channel\":\"a\"}}",
                "{\"id\":\"11\",\"subscribe\":{\"channel\":\"a\"}}",
                "{\"id\":4294967296,\"subscribe\":{\"channel\":\"a\"}}",
                "{\"id\":-1,\"subscribe\":{\"channel\":\"a\"}}",
                "{\"id\":1.5,\"subscribe\":{\"channel\":\"a\"}}",
                "{\"id\":11,\"subscribe\":{\"channel\":1}}",
                "{\"id\":11,\"subscribe\":[]}"
            })
    @Proves("T17")
    void duplicateKeysAndWrongTypesEndTheConnection(String command) {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(command);

        alice.expectClose(3501);
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() > 1));
    }

    @Test
    void theLargestIdIsEchoed() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText("{\"id\":4294967295,\"subscribe\":{\"channel\":\"a\"}}");

        assertTrue(alice.raw().awaitFrame().text().contains("connect"));
        assertEquals(
                "{\"id\":4294967295,\"subscribe\":{}}", alice.raw().awaitFrame().text());
    }
}
