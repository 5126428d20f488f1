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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request of the protocol, made impossible in each way there is: one close code, no leak, nobody else harmed. */
class HostileRequestsTest {
    private static final int LIMIT = 65_536;
    private static final Closed BAD_REQUEST = new Closed(3501, "bad request");
    private static final Closed TOO_LARGE = new Closed(1009, "");

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect | token | {\"token\":\"abc\"}",
                "subscribe | channel | {\"channel\":\"abc\"}",
                "unsubscribe | channel | {\"channel\":\"abc\"}",
                "publish | channel | {\"channel\":\"abc\",\"data\":1}",
                "presence | channel | {\"channel\":\"abc\"}",
                "presence_stats | channel | {\"channel\":\"abc\"}",
                "history | channel | {\"channel\":\"abc\",\"limit\":1}",
                "rpc | method | {\"method\":\"abc\",\"data\":1}",
                "refresh | token | {\"token\":\"abc\"}",
                "sub_refresh | channel | {\"channel\":\"abc\",\"token\":\"t\"}"
            })
    void inJson(String method, String text, String request) throws IOException {
        String good = "{\"id\":2,\"" + method + "\":" + request + "}";
        List<byte[]> frames = new ArrayList<>();
        Random random = new Random(20_261_126);
        for (int cut = 0; cut < 5; cut++) {
            frames.add(utf8(good.substring(0, 1 + random.nextInt(good.length() - 1))));
        }
        for (String wrong : List.of("[]", "1", "true", "\"x\"")) {
            frames.add(utf8("{\"id\":2,\"" + method + "\":" + wrong + "}"));
        }
        for (String id : List.of("\"2\"", "-1", "1.5", "{}", "4294967296", "9".repeat(10_000))) {
            frames.add(utf8(good.replace("\"id\":2", "\"id\":" + id)));
        }
        for (String wrong : List.of("1", "[]", "{}", "[".repeat(30_000) + "]".repeat(30_000))) {
            frames.add(utf8(good.replace("\"" + text + "\":\"abc\"", "\"" + text + "\":" + wrong)));
        }
        byte[] noText = utf8(good);
        noText[good.indexOf("abc")] = (byte) 0xff;
        frames.add(noText);

        assertEachEnds(Encoding.JSON, frames);
    }

    /** Requests by their number in the command, and the number of a text in them. */
    @ParameterizedTest
    @CsvSource({"4,1", "5,1", "6,1", "7,1", "8,1", "9,1", "10,1", "13,2", "14,1", "15,1"})
    void inProtobuf(int request, int text) throws IOException {
        byte[] id = {8, 2};
        byte[] good = record(id, field(request, field(text, utf8("abc"))));
        List<byte[]> frames = new ArrayList<>();
        for (int length = 1; length < good.length; length++) {
            frames.add(Arrays.copyOf(good, length));
        }
        HexFormat hex = HexFormat.of();
        frames.add(record(hex.parseHex("08ffffffffffffffffffff01"), field(request, new byte[0])));
        frames.add(record(id, new byte[] {(byte) (request << 3 | 2)}, hex.parseHex("ffffffff0f")));
        frames.add(record(id, field(request, new byte[] {(byte) (text << 3 | 2), 127, 'a'})));
        frames.add(record(id, field(request, field(text, new byte[] {'a', (byte) 0xff}))));

        assertEachEnds(Encoding.PROTOBUF, frames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "subscribe", "unsubscribe", "publish", "presence", "history", "rpc", "send"})
    void tooLarge(String method) throws IOException {
        String frame = "{\"id\":2,\"" + method + "\":{\"channel\":\"" + "a".repeat(LIMIT) + "\"}}";

        assertEquals(TOO_LARGE, end(Encoding.JSON, utf8(frame)));
    }

    @Test
    void tooLargeInProtobuf() throws IOException {
        assertEquals(TOO_LARGE, end(Encoding.PROTOBUF, record(new byte[LIMIT])));
    }

    private void assertEachEnds(Encoding encoding, List<byte[]> frames) throws IOException {
        JsonClient witness = gateway.connect("witness");
        witness.subscribe("witness");
        for (byte[] frame : frames) {
            byte[] shown = Arrays.copyOf(frame, Math.min(frame.length, 200));
            assertEquals(BAD_REQUEST, end(encoding, frame), () -> HexFormat.of().formatHex(shown));
        }
        assertEquals(0, witness.publish("witness", "1").errorCode());
        witness.awaitPublication("witness");
        Await.until("only the witness is left", () -> gateway.gateway().connectionCount() == 1);
    }

    /** How a connection ends; the client is told nothing before. */
    private Closed end(Encoding encoding, byte[] frame) throws IOException {
        try (RawSocketClient mallory = gateway.connectSocket(encoding, "mallory")) {
            mallory.send(encoding == Encoding.JSON ? WireFrame.text(frame) : WireFrame.binary(frame));
            WireFrame last = mallory.read();
            assertEquals(WireFrame.CLOSE, last.opcode(), last::toString);
            return new Closed(last.closeCode(), last.closeReason());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] content) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] record(byte[]... fields) {
        byte[] message = join(fields);
        byte[] length = message.length < 128
                ? new byte[] {(byte) message.length}
                : new byte[] {
                    (byte) (message.length | 0x80), (byte) (message.length >> 7 | 0x80), (byte) (message.length >> 14)
                };
        return join(length, message);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
