package io.spindle.gateway.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.HostileBytes;
import io.spindle.gateway.redis.Await;
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

        damage(frames, Encoding.JSON, json(999, "unsubscribe", "z"));
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

        damage(frames, Encoding.PROTOBUF, HexFormat.of().parseHex("0808e70732030a017a"));
    }

    private static void damage(List<byte[]> frames, Encoding encoding, byte[] harmless) throws IOException {
        Random random = new Random(20_261_124);
        RawSocketClient client = gateway.connectSocket(encoding, "mallory");
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = HostileBytes.damaged(frames.get(random.nextInt(frames.size())), random);
            client.send(encoding == Encoding.JSON ? WireFrame.text(frame) : WireFrame.binary(frame));
            client.send(encoding == Encoding.JSON ? WireFrame.text(harmless) : WireFrame.binary(harmless));
            String context = "round " + round + ": " + HexFormat.of().formatHex(frame);
            WireFrame last =
                    readUntil(client, encoding == Encoding.JSON ? "\"id\":999" : "\u0008\u00e7\u0007", context);
            if (last.opcode() == WireFrame.CLOSE) {
                Closed end = new Closed(last.closeCode(), last.closeReason());
                assertTrue(EXPECTED_ENDS.contains(end), () -> context + " ended in " + end);
                client.close();
                client = gateway.connectSocket(encoding, "mallory");
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

    private static byte[] json(int id, String method, String channel) {
        return ("{\"id\":" + id + ",\"" + method + "\":{\"channel\":\"" + channel + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Closed closed(Disconnect disconnect) {
        return new Closed(disconnect.code(), disconnect.reason());
    }

    private static void assertWitnessIsUnharmed() {
        assertEquals(0, witness.publish("witness", "1").errorCode());
        witness.awaitPublication("witness");
        Await.until(
                "only the witness is left in its channel",
                () -> gateway.gateway().subscriberCount("witness") == 1);
    }
}
