package io.spindle.gateway.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server sends back what it gets, so a command comes back as its own reply. */
class JsonClientTest {
    private EchoServer server;
    private JsonClient client;

    @BeforeEach
    void start() throws Exception {
        server = new EchoServer();
        client = JsonClient.open(server.uri());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void commandsAreWrittenAsTheProtocolSays() {
        assertEquals(
                "{\"id\":1,\"connect\":{\"token\":\"t\"}}", client.connect("t").text());
        assertEquals(
                "{\"id\":2,\"subscribe\":{\"channel\":\"a\\\"b\"}}",
                client.subscribe("a\"b").text());
        assertEquals(
                "{\"id\":3,\"publish\":{\"channel\":\"chat\",\"data\":{ \"n\":1e400}}}",
                client.publish("chat", "{ \"n\":1e400}").text());
        assertEquals(
                "{\"id\":4,\"unsubscribe\":{\"channel\":\"chat\"}}",
                client.unsubscribe("chat").text());
        assertEquals("{\"id\":5,\"connect\":{}}", client.connect("").text());
    }

    @Test
    void repliesAreFoundByTheirIdInWhateverOrderTheyCome() {
        client.raw().sendLines("{\"id\":8,\"error\":{\"code\":103}}", "{\"id\":7,\"publish\":{}}");

        assertEquals(0, client.awaitReply(7).errorCode());
        assertEquals(103, client.awaitReply(8).errorCode());
    }

    @Test
    void pushesAreFoundByTheirContentAndOnlyOnce() {
        client.raw()
                .sendLines(
                        "{\"push\":{\"channel\":\"a\",\"pub\":{\"data\":1}}}",
                        "{\"push\":{\"channel\":\"b\",\"pub\":{\"data\":2}}}",
                        "{\"push\":{\"channel\":\"b\",\"join\":{\"info\":{\"user\":\"bob\"}}}}");

        JsonMessage join = client.awaitPush(push -> push.at("push").has("join"));
        assertEquals("bob", join.at("push", "join", "info", "user").asText());
        assertEquals(2, client.awaitPublication("b").at("push", "pub", "data").asInt());
        assertTrue(client.hasReceived(
                message -> message.at("push", "channel").asText().equals("a")));
        assertFalse(client.hasReceived(
                message -> message.at("push", "channel").asText().equals("b")));
    }

    @Test
    void pingsAreAnsweredUnlessIgnored() {
        client.raw().sendText("{}");
        client.awaitPing();
        client.awaitPing(); // The answer to the first, sent back.
        client.ignorePings();
        client.raw().sendText("close");

        client.expectClose(4001);
    }

    @Test
    void whatIsNoJsonIsShownInTheFailure() {
        client.raw().sendText("oops");
        client.raw().sendText("close");

        AssertionError failure = assertThrows(AssertionError.class, () -> client.awaitReply(1));

        assertTrue(failure.getMessage().startsWith("no reply to command 1 "), failure.getMessage());
        assertTrue(failure.getMessage().contains("oops"), failure.getMessage());
    }
}
