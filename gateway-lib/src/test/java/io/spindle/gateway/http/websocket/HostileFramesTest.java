package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.protocol.HostileBytes;
import io.spindle.gateway.redis.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, it harms itself only, and learns nothing but a code and its fixed text. */
class HostileFramesTest {
    private static final int ROUNDS = 400;
    private static final Closed BAD_REQUEST = new Closed(3501, "bad request");

    /** What a damaged frame may turn into: something else that is refused by the protocol's rules. */
    private static final Set<Closed> EXPECTED_ENDS =
            Set.of(BAD_REQUEST, closed(Disconnect.NOT_AVAILABLE), closed(Disconnect.INVALID_TOKEN));

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withPresence(true))));

    private static JsonClient witness;

    @BeforeAll
    static void connectWitness() {
        witness = gateway.connect("witness");
        witness.subscribe("witness");
    }

    @Test
    void damagedJsonEndsInACodeOfTheProtocolOrInNoHarm() throws IOException {
        List<byte[]> frames = Stream.of(
                        "{\"id\":2,\"subscribe\":{\"channel\":\"a\",\"data\":{\"x\":[1,2.5e3,\"\\u00fc\"]},\"tf\":"
                                + "{\"op\":\"and\",\"nodes\":[{\"key\":\"k\",\"cmp\":\"eq\",\"val\":\"v\"}]}}}",
                        "{\"id\":3,\"publish\":{\"channel\":\"a\",\"data\":{\"text\":\"大厅 😀\",\"n\":-0.5}}}",
                        "{\"id\":4,\"presence\":{\"channel\":\"a\"}}\n{\"id\":5,\"unsubscribe\":{\"channel\":\"a\"}}",
                        "{\"id\":6,\"history\":{\"channel\":\"a\",\"limit\":-1,\"since\":{\"offset\":1,\"epoch\":\"e\"}}}",
                        "{\"id\":7,\"rpc\":{\"method\":\"m\",\"data\":null}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();

        damage(frames, "", json(999, "unsubscribe", "z"));
    }

    @Test
    void damagedProtobufEndsInACodeOfTheProtocolOrInNoHarm() throws IOException {
        List<byte[]> frames = Stream.of(
                        "0c08022a080a0161420378797a", // subscribe to "a" with data
                        "0b08033a070a0161120231 32".replace(" ", ""), // publish 12
                        "07080442030a016107080532030a0161", // presence, unsubscribe
                        "0e08065a0a0a01613801420408011200", // history with since
                        "0908076a050a00120278") // rpc, cut
                .map(HexFormat.of()::parseHex)
                .toList();

        damage(frames, "?format=protobuf", HexFormat.of().parseHex("0808e70732030a017a"));
    }

    private static void damage(List<byte[]> frames, String query, byte[] harmless) throws IOException {
        Random random = new Random(20_261_124);
        RawSocketClient client = connected(query);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = HostileBytes.damaged(frames.get(random.nextInt(frames.size())), random);
            client.send(query.isEmpty() ? WireFrame.text(frame) : WireFrame.binary(frame));
            client.send(query.isEmpty() ? WireFrame.text(harmless) : WireFrame.binary(harmless));
            String context = "round " + round + ": " + HexFormat.of().formatHex(frame);
            WireFrame last = readUntil(client, harmless.length > 20 ? "\"id\":999" : "\u0008\u00e7\u0007", context);
            if (last.opcode() == WireFrame.CLOSE) {
                Closed end = new Closed(last.closeCode(), last.closeReason());
                assertTrue(EXPECTED_ENDS.contains(end), () -> context + " ended in " + end);
                client.close();
                client = connected(query);
            }
        }
        client.close();
        assertWitnessIsUnharmed();
    }

    /** Reads to the answer of the harmless command, or to the end. */
    private static WireFrame readUntil(RawSocketClient client, String answer, String context) throws IOException {
        while (true) {
            WireFrame frame = client.read();
            String text = new String(frame.payload(), StandardCharsets.ISO_8859_1);
            for (String leak : List.of("xception", "io.spindle", "jackson", "protobuf", "jetty", "\tat ")) {
                assertFalse(text.contains(leak), () -> context + " was told: " + text);
            }
            if (frame.opcode() == WireFrame.CLOSE || text.contains(answer)) {
                return frame;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hopelessJson")
    void hopelessJsonIsABadRequest(byte[] frame) throws IOException {
        try (RawSocketClient connected = connected("");
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
        try (RawSocketClient connected = connected("?format=protobuf");
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

    private static byte[] json(int id, String method, String channel) {
        return ("{\"id\":" + id + ",\"" + method + "\":{\"channel\":\"" + channel + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Closed closed(Disconnect disconnect) {
        return new Closed(disconnect.code(), disconnect.reason());
    }

    private static RawSocketClient connected(String query) throws IOException {
        RawSocketClient client = RawSocketClient.open(gateway.uri(query));
        byte[] token = Tokens.of("mallory").getBytes(StandardCharsets.US_ASCII);
        if (query.isEmpty()) {
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of("mallory") + "\"}}");
        } else {
            ByteArrayOutputStream command = new ByteArrayOutputStream();
            command.writeBytes(new byte[] {8, 1});
            command.writeBytes(field(4, field(1, token)));
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            varint(frame, command.size());
            frame.writeBytes(command.toByteArray());
            client.send(WireFrame.binary(frame.toByteArray()));
        }
        client.read();
        return client;
    }

    private static void assertWitnessIsUnharmed() {
        assertEquals(0, witness.publish("witness", "1").errorCode());
        witness.awaitPublication("witness");
        Await.until(
                "only the witness is left in its channel",
                () -> gateway.gateway().subscriberCount("witness") == 1);
    }
}
