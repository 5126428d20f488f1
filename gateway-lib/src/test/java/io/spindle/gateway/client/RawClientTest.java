package io.spindle.gateway.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RawClientTest {
    private static EchoServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new EchoServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void framesArriveAsTheyWereSent() {
        try (RawClient client = RawClient.open(server.uri())) {
            client.sendLines("one", "", "three");
            client.sendBinary(new byte[] {0, 1, (byte) 0xff});

            Frame text = client.awaitFrame();
            Frame binary = client.awaitFrame();

            assertTrue(text.isText());
            assertEquals(List.of("one", "", "three"), text.lines());
            assertFalse(binary.isText());
            assertArrayEquals(new byte[] {0, 1, (byte) 0xff}, binary.payload());
        }
    }

    @Test
    void aFrameThatComesInPartsIsShownWhole() {
        String large = "ü".repeat(100_000);
        try (RawClient client = RawClient.to(server.uri()).open()) {
            client.sendText(large.substring(0, 30_000));

            assertEquals(large.substring(0, 30_000), client.awaitFrame().text());
        }
    }

    @Test
    void theSubprotocolThatTheServerChoseIsShown() {
        try (RawClient offering = RawClient.to(server.uri())
                        .subprotocols("unknown", "centrifuge-protobuf")
                        .open();
                RawClient silent = RawClient.open(server.uri())) {
            assertEquals("centrifuge-protobuf", offering.subprotocol());
            assertEquals("", silent.subprotocol());
        }
    }

    @Test
    void aRefusalIsShownByItsStatus() {
        assertEquals(403, RawClient.to(server.uri()).header("X-Refuse", "yes").refusedStatus());
    }

    @Test
    void codeAndReasonOfACloseAreShown() {
        try (RawClient client = RawClient.open(server.uri())) {
            client.sendText("close");

            assertEquals(new Closed(4001, "bye"), client.expectClose(4001));
            assertFalse(client.isOpen());
        }
    }

    @Test
    void anEndWithoutACloseFrameIsShownAsSuch() {
        try (RawClient client = RawClient.open(server.uri())) {
            client.sendText("drop");

            assertEquals(Closed.WITHOUT_FRAME, client.awaitClosed().code());
        }
    }

    @Test
    void waitingEndsWithTheConnectionAndSaysWhatHadCome() {
        try (RawClient client = RawClient.open(server.uri())) {
            client.sendText("hello");
            client.awaitFrame();
            client.sendText("close");

            AssertionError failure = assertThrows(AssertionError.class, client::awaitFrame);

            assertTrue(failure.getMessage().contains("4001"), failure.getMessage());
            assertTrue(failure.getMessage().contains("text hello"), failure.getMessage());
        }
    }

    @Test
    void theServerSeesAProperEndAndAnAbruptOne() throws Exception {
        try (EchoServer polite = new EchoServer();
                EchoServer abrupt = new EchoServer()) {
            RawClient.open(polite.uri()).close();
            RawClient.open(abrupt.uri()).abort();

            assertEquals(1000, polite.awaitClosed().getCode());
            assertEquals(1006, abrupt.awaitClosed().getCode());
        }
    }
}
