package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.client.Frame;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.ProtobufProtocolClient;
import io.spindle.gateway.conformance.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for a client may share a frame; it must split again exactly. */
class JoinedFramesTest {
    private static final int MESSAGES = 3_000;

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("T20")
    void jsonMessagesAreJoinedByNewlinesWithoutOneAtTheEnd() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("json");
        alice.raw().awaitFrame();
        alice.raw().awaitFrame();

        publishAll("json");

        List<String> lines = new ArrayList<>();
        int frames = 0;
        while (lines.size() < MESSAGES) {
            Frame frame = alice.raw().awaitFrame();
            assertTrue(frame.isText());
            assertFalse(frame.text().endsWith("\n"));
            lines.addAll(frame.lines());
            frames++;
        }
        for (int n = 0; n < MESSAGES; n++) {
            assertEquals("{\"push\":{\"channel\":\"json\",\"pub\":{\"data\":" + n + "}}}", lines.get(n));
        }
        assertTrue(frames < MESSAGES, "no two of " + MESSAGES + " messages shared a frame");
    }

    @Test
    void protobufMessagesFollowEachOtherBehindTheirLengths() {
        ProtobufClient client = gateway.connectProtobuf("bob");
        client.subscribe("protobuf");
        client.raw().awaitFrame();
        client.raw().awaitFrame();
        ProtobufProtocolClient bob = new ProtobufProtocolClient(client);

        publishAll("protobuf");

        for (int n = 0; n < MESSAGES; n++) {
            assertEquals(Integer.toString(n), bob.awaitPush("protobuf").data());
        }
        assertFalse(client.raw().awaitFrame().isText());
    }

    private static void publishAll(String channel) {
        for (int n = 0; n < MESSAGES; n++) {
            gateway.gateway().publish(channel, Payload.json(Integer.toString(n)));
        }
    }
}
