package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.hex;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.number;
import static io.spindle.gateway.protocol.protobuf.Wire.record;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.protocol.Allocation;
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

    private static final List<byte[]> ALL_FIELDS = List.of(
            message(
                    4,
                    string(1, "t"),
                    string(2, "{}"),
                    message(
                            3,
                            string(1, "s"),
                            message(2, number(3, 1), string(6, "e"), number(7, -1), string(12, "fossil"))),
                    string(4, "n"),
                    string(5, "v"),
                    message(6, string(1, "a"), string(2, "b")),
                    number(7, 1),
                    string(8, "d"),
                    string(9, "p")),
            message(
                    5,
                    string(1, "c"),
                    string(2, "t"),
                    number(3, 1),
                    string(6, "e"),
                    number(7, -1),
                    string(8, "1"),
                    number(9, 1),
                    number(10, 1),
                    number(11, 1),
                    string(12, "fossil"),
                    message(
                            13,
                            string(1, "or"),
                            message(6, string(1, "not"), message(6, string(2, "k"), string(3, "in"), string(5, "v"))),
                            message(6)),
                    number(14, -1),
                    number(15, 1),
                    number(16, 2),
                    string(17, "c"),
                    number(18, -1),
                    number(19, 1)),
            message(6, string(1, "c")),
            message(7, string(1, "c"), string(2, "[]"), number(3, 1), string(4, "k"), number(5, 1)),
            message(8, string(1, "c")),
            message(9, string(1, "c")),
            message(10, string(1, "c"), number(7, -1), message(8, number(1, -1), string(2, "e")), number(9, 1)),
            message(12, string(1, "x")),
            message(13, string(1, "{}"), string(2, "m")),
            message(14, string(1, "t")),
            message(
                    15,
                    string(1, "c"),
                    string(2, "t"),
                    number(3, 1),
                    message(4, string(1, "s"), message(2, string(1, "k"), number(2, -1))),
                    string(5, "u")));

    @Test
    void everyRequestDamagedIsDecodedOrMalformed() {
        for (byte[] request : ALL_FIELDS) {
            assertEquals(false, Wire.decode(record(request)).malformed());
            Random random = new Random(10);
            int malformed = 0;
            for (int round = 0; round < 5_000; round++) {
                malformed += Wire.decode(record(HostileBytes.damaged(request, random)))
                                .malformed()
                        ? 1
                        : 0;
            }
            assertTrue(malformed > 1_000, "too few faults to mean anything: " + malformed);
        }
    }

    @Test
    void everyRequestCutAnywhereIsMalformed() {
        for (byte[] request : ALL_FIELDS) {
            for (int length = 1; length < request.length; length++) {
                Wire.assertMalformed(record(Arrays.copyOf(request, length)));
            }
        }
    }

    @Test
    void memoryIsOfTheOrderOfTheFrame() {
        int size = 65_536;
        byte[] deep = {};
        for (int depth = 0; depth < 1_000; depth++) {
            deep = message(6, deep);
        }
        for (byte[] frame : List.of(
                record(message(5, message(13, repeated(message(6), size)))),
                record(message(5, message(13, repeated(string(5, ""), size)))),
                record(message(5, message(13, deep))),
                record(message(5, repeated(message(13), size))),
                record(message(4, repeated(message(3), size))),
                record(message(15, repeated(message(4, message(2)), size))),
                record(repeated(message(10, message(8)), size)),
                repeated(new byte[] {0}, size),
                hex("ffffffff0f"),
                hex("8080808008"),
                record(hex("2a ffffffff07")),
                record(hex("2a 05 6a ffffff7f")),
                record(hex("3a 06 12 ffffffff07")))) {
            long allocated = Allocation.bytes(() -> Wire.decode(frame));

            assertTrue(allocated < 200L * size, allocated + " bytes for " + frame.length);
        }
    }

    private static byte[] repeated(byte[] field, int size) {
        byte[][] fields = new byte[size / field.length][];
        Arrays.fill(fields, field);
        return Wire.join(fields);
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
