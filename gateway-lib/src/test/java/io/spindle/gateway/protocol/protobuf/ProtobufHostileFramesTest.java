package io.spindle.gateway.protocol.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.HostileBytes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes, a frame is decoded or malformed; nothing is thrown. */
class ProtobufHostileFramesTest {
    private static final Protocol.Command COMMAND = Protocol.Command.newBuilder()
            .setId(300)
            .setConnect(Protocol.ConnectRequest.newBuilder()
                    .setToken("tökén")
                    .setName("java")
                    .setData(ByteString.copyFromUtf8("{\"a\":[1,2]}"))
                    .putSubs(
                            "s",
                            Protocol.SubscribeRequest.newBuilder().setEpoch("e").build()))
            .setPublish(Protocol.PublishRequest.newBuilder()
                    .setChannel("ü😀")
                    .setData(ByteString.copyFromUtf8("[\"text\", 1]")))
            .setHistory(Protocol.HistoryRequest.newBuilder()
                    .setChannel("c")
                    .setLimit(-1)
                    .setSince(Protocol.StreamPosition.newBuilder().setOffset(-1).setEpoch("e")))
            .build();

    @Test
    void damagedFramesAreDecodedOrMalformed() {
        byte[] good = Wire.join(
                Wire.record(COMMAND.toByteArray()),
                new byte[] {0},
                Wire.record(Wire.message(5, Wire.message(13, Wire.message(6, Wire.string(1, "and"))))));
        Random random = new Random(7);
        int malformed = 0;
        for (int round = 0; round < 20_000; round++) {
            DecodedFrame decoded = Wire.decode(HostileBytes.damaged(good, random));
            malformed += decoded.malformed() ? 1 : 0;
        }
        assertTrue(malformed > 10_000, "too few faults to mean anything: " + malformed);
    }

    @Test
    void randomBytesAreDecodedOrMalformed() {
        Random random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            DecodedFrame decoded = Wire.decode(noise);
            assertTrue(decoded.malformed() || !decoded.commands().isEmpty());
        }
    }

    @Test
    void damagedRecordsMeanToUsWhatTheyMeanToTheSdk() {
        byte[] good = COMMAND.toByteArray();
        Random random = new Random(9);
        int readable = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = HostileBytes.damaged(good, random);
            DecodedFrame decoded = Wire.decode(Wire.record(damaged));
            if (!decoded.malformed()) {
                readable++;
                assertAlike(damaged, decoded.commands().get(0));
            }
        }
        assertTrue(readable > 1_000, "too few readable ones to mean anything: " + readable);
    }

    @Test
    void everyCutOfAFrameIsMalformedOrAWholeNumberOfCommands() {
        byte[] frame = Wire.join(Wire.record(COMMAND.toByteArray()), Wire.record(COMMAND.toByteArray()));
        List<Command> all = Wire.decode(frame).commands();
        for (int length = 0; length < frame.length; length++) {
            DecodedFrame cut = Wire.decode(Arrays.copyOf(frame, length));

            assertEquals(length != frame.length / 2, cut.malformed());
            assertEquals(all.subList(0, length < frame.length / 2 ? 0 : 1), cut.commands());
        }
    }

    private static void assertAlike(byte[] message, Command command) {
        Protocol.Command sdk;
        try {
            sdk = Protocol.Command.parseFrom(message);
        } catch (InvalidProtocolBufferException moreIsKnownToTheSdk) {
            throw new AssertionError("read what the SDK refuses: " + Wire.text(message), moreIsKnownToTheSdk);
        }
        assertEquals(sdk.getId(), command.id());
        if (command instanceof Command.Connect connect) {
            assertEquals(sdk.getConnect().getToken(), connect.token());
            assertEquals(sdk.getConnect().getName(), connect.name());
            assertEquals(
                    sdk.getConnect().getData(),
                    ByteString.copyFrom(
                            connect.data().map(data -> data.toByteArray()).orElse(new byte[0])));
        } else if (command instanceof Command.Publish publish) {
            assertEquals(sdk.getPublish().getChannel(), publish.channel());
            assertEquals(
                    sdk.getPublish().getData(),
                    ByteString.copyFrom(publish.data().toByteArray()));
        } else if (command instanceof Command.History history) {
            assertEquals(sdk.getHistory().getChannel(), history.channel());
        }
    }
}
