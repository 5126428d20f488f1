package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.hex;
import static io.spindle.gateway.protocol.protobuf.Wire.join;
import static io.spindle.gateway.protocol.protobuf.Wire.message;
import static io.spindle.gateway.protocol.protobuf.Wire.number;
import static io.spindle.gateway.protocol.protobuf.Wire.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.EmulationRequest;
import io.spindle.gateway.protocol.HostileBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufEmulationTest {
    private static final byte[] COMMANDS = hex("00 07 08 01 42 03 0a 01 61");
    private static final byte[] GOOD = join(string(1, "f8f4"), string(2, "fa87"), message(3, COMMANDS));

    @Test
    void commandsAreBytes() {
        assertEquals(Optional.of(request("f8f4", "fa87", COMMANDS)), read(GOOD));
        assertEquals(
                Optional.of(request("f8f4", "fa87", COMMANDS)),
                read(join(
                        message(3, hex("ff")),
                        number(9, 1),
                        message(3, COMMANDS),
                        string(2, "fa87"),
                        string(1, "f8f4"))));
    }

    @Test
    void requestOfTheSdkIsRead() {
        assertEquals(
                Optional.of(request("n", "s", COMMANDS)),
                read(Protocol.EmulationRequest.newBuilder()
                        .setNode("n")
                        .setSession("s")
                        .setData(ByteString.copyFrom(COMMANDS))
                        .build()
                        .toByteArray()));
    }

    @Test
    void absentFieldsAreEmpty() {
        assertEquals(Optional.of(request("", "", new byte[0])), read(new byte[0]));
        assertEquals(Optional.of(request("", "", new byte[0])), read(join(number(1, 1), number(2, 1), number(3, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a", "0a05", "0a0561", "0a01ff", "1201c3", "1a7f00", "1affffffff0f", "00", "0c", "ff"})
    void otherBodiesAreMalformed(String body) {
        assertEquals(Optional.empty(), read(hex(body)));
    }

    @Test
    void everyCutAndEveryDamageIsReadOrMalformed() {
        for (int length = 0; length < GOOD.length; length++) {
            boolean betweenFields = length == 0 || length == 6 || length == 12;
            assertEquals(betweenFields, read(Arrays.copyOf(GOOD, length)).isPresent(), "cut to " + length);
        }
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            read(HostileBytes.damaged(GOOD, random));
        }
    }

    private static EmulationRequest request(String node, String session, byte[] commands) {
        return new EmulationRequest(node, session, Payload.binary(commands));
    }

    private static Optional<EmulationRequest> read(byte[] body) {
        return ProtobufEmulation.request(ByteBuffer.wrap(body));
    }
}
