package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.SubscribeRequest;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufFramesTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("T21")
    void twoCommandsInOneFrameAreBothAnswered() {
        ProtobufClient alice = gateway.connectProtobuf("alice");

        alice.raw().sendBinary(ProtobufClient.frame(subscribe(11, "a"), subscribe(12, "b")));

        assertEquals(0, alice.awaitReply(11).getError().getCode());
        assertEquals(0, alice.awaitReply(12).getError().getCode());
    }

    @Test
    @Proves("T22")
    void aCommandThatIsCutOffIsNotHandledButThoseBeforeItAre() {
        ProtobufClient alice = gateway.connectProtobuf("alice");
        byte[] frame = ProtobufClient.frame(subscribe(11, "a"), subscribe(12, "b"));

        alice.raw().sendBinary(Arrays.copyOf(frame, frame.length - 1));

        assertEquals(0, alice.awaitReply(11).getError().getCode());
        alice.expectClose(3501);
        assertFalse(alice.hasReceived(reply -> reply.getId() == 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "ffffffffff7f", "80", "8080808080808080808000", "0208", "01ff", "0a0b"})
    void whatIsNoCommandEndsTheConnection(String frame) {
        ProtobufClient alice = gateway.connectProtobuf("alice");

        alice.raw().sendBinary(HexFormat.of().parseHex(frame));

        assertEquals("bad request", alice.expectClose(3501).reason());
    }

    @Test
    void anEmptyResultIsPresentAllTheSame() {
        ProtobufClient alice = gateway.connectProtobuf("alice");
        alice.raw().awaitFrame();

        alice.raw().sendBinary(ProtobufClient.frame(subscribe(3, "a")));

        // Length 4, id 3, field 6 of length 0: SDKs find the result by its presence.
        assertArrayEquals(
                HexFormat.of().parseHex("0408033200"), alice.raw().awaitFrame().payload());
    }

    private static Command subscribe(int id, String channel) {
        return Command.newBuilder()
                .setId(id)
                .setSubscribe(SubscribeRequest.newBuilder().setChannel(channel))
                .build();
    }
}
