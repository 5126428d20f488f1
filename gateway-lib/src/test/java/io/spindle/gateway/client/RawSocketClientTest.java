package io.spindle.gateway.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawSocketClientTest {
    private EchoServer server;

    @BeforeEach
    void start() throws Exception {
        server = new EchoServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void framesOfEveryLengthArriveAsTheyWereSent() throws Exception {
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            for (int length : new int[] {0, 1, 125, 126, 65_535, 65_536}) {
                byte[] bytes = new byte[length];
                client.send(WireFrame.binary(bytes));

                WireFrame echo = client.read();

                assertEquals(WireFrame.BINARY, echo.opcode());
                assertArrayEquals(bytes, echo.payload());
            }
        }
    }

    @Test
    void theAnswerToTheHandshakeIsShown() throws Exception {
        try (RawSocketClient agreed = RawSocketClient.connect(server.uri());
                RawSocketClient refused = RawSocketClient.connect(server.uri())) {
            HandshakeAnswer yes = agreed.handshake("Sec-WebSocket-Protocol: centrifuge-protobuf");

            assertEquals(101, yes.status());
            assertEquals(Optional.of("centrifuge-protobuf"), yes.header("sec-websocket-protocol"));
            assertEquals(403, refused.handshake("X-Refuse: yes").status());
        }
    }

    @Test
    void aMessageMayComeInFragmentsWithAPingBetweenThem() throws Exception {
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            client.send(new WireFrame(false, false, WireFrame.TEXT, "he".getBytes()));
            client.send(new WireFrame(true, false, WireFrame.PING, "!".getBytes()));
            client.send(new WireFrame(true, false, WireFrame.CONTINUATION, "llo".getBytes()));

            WireFrame first = client.read();
            assertEquals("he", first.text());
            assertFalse(first.fin());
            assertEquals(WireFrame.PONG, client.read().opcode());
            WireFrame last = client.read();
            assertEquals("llo", last.text());
            assertTrue(last.fin());
        }
    }

    @Test
    void compressionIsNegotiatedAndMessagesCompressed() throws Exception {
        String text = "hello ".repeat(1_000);
        try (RawSocketClient client = RawSocketClient.connect(server.uri())) {
            HandshakeAnswer answer = client.handshake("Sec-WebSocket-Extensions: permessage-deflate");
            assertTrue(answer.header("Sec-WebSocket-Extensions").orElseThrow().startsWith("permessage-deflate"));

            client.send(WireFrame.deflated(text));
            WireFrame echo = client.read();

            assertTrue(echo.compressed());
            assertTrue(echo.payload().length < 200, () -> echo.payload().length + " bytes");
            assertEquals(text, echo.text());
        }
    }

    @Test
    void codeAndReasonOfACloseFrameAreShown() throws Exception {
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            client.sendText("close");

            assertEquals(new Closed(4001, "bye"), client.awaitClosed());
        }
    }

    @Test
    void theAbsenceOfACloseFrameIsShown() throws Exception {
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            client.sendText("drop");

            assertEquals(new Closed(Closed.WITHOUT_FRAME, ""), client.awaitClosed());
        }
    }

    @Test
    void aFrameWithoutAMaskIsAgainstTheRules() throws Exception {
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            client.sendUnmasked(WireFrame.text("hello"));

            assertEquals(1002, client.awaitClosed().code());
        }
    }

    @Test
    void aTextFrameMayHoldBytesThatAreNoText() throws Exception {
        byte[] noUtf8 = {'"', (byte) 0xc3, '"'};
        try (RawSocketClient client = RawSocketClient.open(server.uri())) {
            client.send(WireFrame.text(noUtf8));

            assertArrayEquals(noUtf8, client.read().payload());
        }
    }

    @Test
    void whatIsNotReadStaysWithTheServer() throws Exception {
        byte[] large = new byte[1 << 19];
        try (RawSocketClient client = RawSocketClient.connectWithReceiveBuffer(server.uri(), 4096)) {
            client.handshake();
            client.send(WireFrame.binary(large));
            client.send(WireFrame.text("after"));

            assertEquals(large.length, client.read().payload().length);
            assertEquals("after", client.read().text());
        }
    }

    @Test
    void aResetReachesTheServerWithoutACloseFrame() throws Exception {
        RawSocketClient client = RawSocketClient.open(server.uri());

        client.reset();

        assertEquals(1006, server.awaitClosed().getCode());
    }
}
