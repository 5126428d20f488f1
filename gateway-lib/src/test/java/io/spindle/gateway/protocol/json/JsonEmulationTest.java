package io.spindle.gateway.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.EmulationRequest;
import io.spindle.gateway.protocol.HostileBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEmulationTest {
    private static final String GOOD = "{\"session\":\"fa87\",\"node\":\"f8f4\","
            + "\"data\":\"{\\\"id\\\":2,\\\"presence\\\":{\\\"channel\\\":\\\"\\u00fc\\\"}}\\n{\\\"id\\\":3}\"}";

    @Test
    void commandsAreTheTextOfAString() {
        assertEquals(
                Optional.of(request("f8f4", "fa87", "{\"id\":2,\"presence\":{\"channel\":\"ü\"}}\n{\"id\":3}")),
                read(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                " {\n} ",
                "{\"data\":null,\"node\":null,\"session\":null}",
                "{\"x\":[{\"node\":1}]}"
            })
    void absentFieldsAreEmpty(String body) {
        assertEquals(Optional.of(request("", "", "")), read(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":2,\"presence\":{}}", "[]", "[[{}],1]", "1", "true", "null"})
    void commandsOfAnotherTypeAreNone(String data) {
        assertEquals(
                Optional.of(request("n", "s", "")), read("{\"session\":\"s\",\"data\":" + data + ",\"node\":\"n\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"\"",
                "{",
                "{}{}",
                "{\"node\":1}",
                "{\"session\":{}}",
                "{\"session\":\"a\",\"session\":\"a\"}",
                "{\"data\":\"a\",\"data\":\"a\"}",
                "{\"data\":tru}",
                "{\"data\":\"\n\"}"
            })
    void otherBodiesAreMalformed(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @Test
    void everyCutAndEveryDamageIsReadOrMalformed() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length++) {
            assertEquals(Optional.empty(), JsonEmulation.request(ByteBuffer.wrap(good, 0, length)));
        }
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            JsonEmulation.request(ByteBuffer.wrap(HostileBytes.damaged(good, random)));
        }
    }

    @Test
    void bytesOutsidePositionAndLimitAreNotTouched() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        byte[] surrounded = Arrays.copyOf(good, good.length + 1);
        surrounded[good.length] = 'x';

        assertEquals(read(GOOD), JsonEmulation.request(ByteBuffer.wrap(surrounded, 0, good.length)));
    }

    @Test
    void sessionIsNeverShown() {
        assertFalse(read(GOOD).orElseThrow().toString().contains("fa87"));
    }

    private static EmulationRequest request(String node, String session, String commands) {
        return new EmulationRequest(node, session, Payload.binary(commands.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<EmulationRequest> read(String body) {
        return JsonEmulation.request(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }
}
