package io.spindle.gateway.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Publication;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Push;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server sends back what it gets: the test sends replies, and finds them as if they were the server's. */
class ProtobufClientTest {
    private EchoServer server;
    private ProtobufClient client;

    @BeforeEach
    void start() throws Exception {
        server = new EchoServer();
        client = ProtobufClient.open(server.uri());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aCommandIsFramedAsInTheProtocolsOwnExample() throws Exception {
        Command command = Command.parseFrom(HexFormat.of().parseHex("080122070a05616c696365"));
        assertEquals("alice", command.getConnect().getToken());

        assertEquals("0b080122070a05616c696365", HexFormat.of().formatHex(ProtobufClient.frame(command)));
    }

    @Test
    void theSubprotocolIsAskedFor() {
        assertEquals("centrifuge-protobuf", client.raw().subprotocol());
    }

    @Test
    void repliesAndPushesOfOneFrameAreFound() throws Exception {
        Push push = Push.newBuilder()
                .setChannel("chat")
                .setPub(Publication.getDefaultInstance())
                .build();
        client.raw()
                .sendBinary(replies(
                        Reply.newBuilder().setPush(push).build(),
                        Reply.newBuilder().setId(7).build()));

        assertEquals(7, client.awaitReply(7).getId());
        assertEquals(push, client.awaitPublication("chat"));
    }

    @Test
    void pingsAreAnswered() {
        client.raw().sendBinary(new byte[] {0});

        client.awaitPing();
        client.awaitPing(); // The answer to the first, sent back.
        assertArrayEquals(new byte[] {0}, client.raw().awaitFrame().payload());
        client.ignorePings();
    }

    private static byte[] replies(Reply... replies) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (Reply reply : replies) {
            reply.writeDelimitedTo(frame);
        }
        return frame.toByteArray();
    }
}
