package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be no command, made to cost the reader as much as possible, before and after connect. */
class HopelessFramesTest {
    private static final Closed BAD_REQUEST = new Closed(3501, "bad request");

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    private static JsonClient witness;

    @BeforeAll
    static void connectWitness() {
        witness = gateway.connect("witness");
        witness.subscribe("witness");
    }

    @ParameterizedTest
    @MethodSource("hopelessJson")
    void hopelessJsonIsABadRequest(byte[] frame) throws IOException {
        try (RawSocketClient connected = gateway.connectSocket(Encoding.JSON, "mallory");
                RawSocketClient silent = RawSocketClient.open(gateway.uri())) {
            connected.send(WireFrame.text(frame));
            silent.send(WireFrame.text(frame));

            assertEquals(BAD_REQUEST, connected.awaitClosed());
            assertEquals(BAD_REQUEST, silent.awaitClosed());
        }
        assertWitnessIsUnharmed();
    }

    static Stream<byte[]> hopelessJson() {
        return Stream.concat(
                Stream.of(
                                "[".repeat(60_000),
                                "{\"a\":".repeat(10_000),
                                "{\"id\":2,\"publish\":{\"channel\":\"a\",\"data\":" + "[".repeat(30_000)
                                        + "]".repeat(30_000) + "}}",
                                "{\"id\":2,\"unknown\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
                                "{\"id\":2,\"subscribe\":{\"channel\":\"a\",\"tf\":" + "{\"nodes\":[".repeat(2_000)
                                        + "]}".repeat(2_000) + "}}",
                                "{\"id\":" + "9".repeat(60_000) + ",\"publish\":{}}",
                                "{\"id\":1e9999999,\"publish\":{}}",
                                "{\"id\":2,\"publish\":{\"channel\":\"a\",\"data\":\"" + "x".repeat(1_000),
                                "{\"id\":2,\"publish\":{\"channel\":\"a\",\"data\":'x'}}",
                                "{\"id\":2,\"publish\":{\"channel\":\"a\",\"data\":NaN}}",
                                "{\"id\":2,\"publish\":{\"channel\":\"a\\x\",\"data\":1}}",
                                "{id:2}",
                                "{\"id\":2,}",
                                "/* */{\"id\":2,\"presence\":{\"channel\":\"a\"}}",
                                "\ufeff{\"id\":2,\"presence\":{\"channel\":\"a\"}}")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of("{\"id\":2,\"presence\":{\"channel\":\"a\"}}")
                        .flatMap(text -> Stream.of(
                                text.getBytes(StandardCharsets.UTF_16BE),
                                text.getBytes(StandardCharsets.UTF_16LE),
                                text.replace("a\"", "\u00c0\u0080\"").getBytes(StandardCharsets.ISO_8859_1),
                                text.replace("a\"", "\u00ed\u00a0\u0080\"").getBytes(StandardCharsets.ISO_8859_1))));
    }

    @ParameterizedTest
    @MethodSource("hopelessProtobuf")
    void hopelessProtobufIsABadRequest(byte[] frame) throws IOException {
        try (RawSocketClient connected = gateway.connectSocket(Encoding.PROTOBUF, "mallory");
                RawSocketClient silent = RawSocketClient.open(gateway.uri("?format=protobuf"))) {
            connected.send(WireFrame.binary(frame));
            silent.send(WireFrame.binary(frame));

            assertEquals(BAD_REQUEST, connected.awaitClosed());
            assertEquals(BAD_REQUEST, silent.awaitClosed());
        }
        assertWitnessIsUnharmed();
    }

    static Stream<byte[]> hopelessProtobuf() {
        HexFormat hex = HexFormat.of();
        return Stream.of(
                hex.parseHex("ffffffff0f"), // a length of 4 GiB
                hex.parseHex("ffffffffffffffffff01"), // of 2^64
                hex.parseHex("808080808080808080808001"), // a varint without end
                hex.parseHex("05080222ffff"), // connect longer than its command
                hex.parseHex("0308ff"), // cut in the id
                hex.parseHex("020807"), // an id, no request
                hex.parseHex("0b08ffffffffffffffffff01"), // an id of 64 bits
                hex.parseHex("040802220180"), // field cut
                hex.parseHex("04080223 24".replace(" ", "")), // a group
                hex.parseHex("0408020007"), // field number 0
                nestedFilter(3_000),
                "{\"id\":2,\"presence\":{\"channel\":\"a\"}}".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] nestedFilter(int depth) {
        byte[] node = {};
        for (int i = 0; i < depth; i++) {
            node = field(6, node);
        }
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes(new byte[] {8, 2});
        command.writeBytes(field(5, field(13, node)));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        varint(frame, command.size());
        frame.writeBytes(command.toByteArray());
        return frame.toByteArray();
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static void assertWitnessIsUnharmed() {
        assertEquals(0, witness.publish("witness", "1").errorCode());
        witness.awaitPublication("witness");
        Await.until(
                "only the witness is left in its channel",
                () -> gateway.gateway().subscriberCount("witness") == 1);
    }
}
