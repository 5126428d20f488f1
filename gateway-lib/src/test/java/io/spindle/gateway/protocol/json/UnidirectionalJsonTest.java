package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request without a command around it, then pushes without replies around them. */
class UnidirectionalJsonTest {
    private static final UnidirectionalJsonCodec CODEC = new UnidirectionalJsonCodec();
    private static final Command EMPTY = new Command.Connect(1, "", Optional.empty(), Map.of(), "", "", Map.of());

    @Test
    void connectRequestIsReadWithoutACommandAroundIt() {
        assertEquals(
                new Command.Connect(
                        1,
                        "t",
                        Optional.of(Payload.json("{\"a\": 1}")),
                        Map.of("ch", new Command.Resume(Optional.of(new StreamPosition(7, "e")), "fossil")),
                        "n",
                        "v",
                        Map.of("X", "y")),
                command(
                        "{\"token\":\"t\",\"data\":{\"a\": 1},\"subs\":{\"ch\":{\"recover\":true,\"epoch\":\"e\",\"offset\":7,"
                                + "\"delta\":\"fossil\"}},\"name\":\"n\",\"version\":\"v\",\"headers\":{\"X\":\"y\"},\"unknown\":[{}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", " null ", "{\"token\":null}", "{\n}\n"})
    void nothingIsAnEmptyRequest(String frame) {
        assertEquals(EMPTY, command(frame));
    }

    @Test
    void requestMayStandOnSeveralLines() {
        assertEquals(
                new Command.Connect(1, "t", Optional.of(Payload.json("[\n1]")), Map.of(), "", "", Map.of()),
                command("{\n \"data\"\n:\n [\n1],\r\n \"token\": \"t\"\n}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                "{",
                "[]",
                "1",
                "\"\"",
                "{}{}",
                "{}\n{}",
                "{\"token\":1}",
                "{\"token\":\"a\",\"token\":\"a\"}",
                "\u0000",
                "nul",
                "\ufeff{}"
            })
    void anythingElseIsMalformed(String frame) {
        assertEquals(new DecodedFrame(List.of(), true), decode(frame));
    }

    @Test
    void bytesOutsidePositionAndLimitAreNotTouched() {
        ByteBuffer frame = ByteBuffer.wrap("x{\"token\":\"t\"}x".getBytes(StandardCharsets.UTF_8));

        assertEquals("t", token(CODEC.decode(frame.position(1).limit(frame.limit() - 1))));
        assertEquals("t", token(CODEC.decode(frame.slice().asReadOnlyBuffer())));
        assertEquals(1, frame.position());
    }

    @Test
    void connectedIsAPush() {
        Result.Subscribe subscribed = new Result.Subscribe(
                false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, Optional.empty(), false);
        assertEquals(
                "{\"connect\":{\"client\":\"c1\",\"version\":\"0.1\",\"subs\":{\"news\":{}},\"ping\":25,\"session\":\"s1\"}}",
                text(CODEC.reply(
                        1,
                        new Result.Connect(
                                "c1",
                                "0.1",
                                false,
                                0,
                                Optional.empty(),
                                Map.of("news", subscribed),
                                25,
                                false,
                                "s1",
                                "",
                                0))));
    }

    @Test
    void pushesHaveNoReplyAroundThem() {
        ClientInfo info = new ClientInfo("u9", "c9", Optional.empty(), Optional.empty());
        Publication publication =
                new Publication(Payload.json("{\"u\":\n 1}"), Optional.empty()).at(new StreamPosition(2, "e"));

        assertPush(
                "{\"channel\":\"news\",\"pub\":{\"data\":{\"u\": 1},\"offset\":2}}", new Push.Pub("news", publication));
        assertPush(
                "{\"channel\":\"news\",\"join\":{\"info\":{\"user\":\"u9\",\"client\":\"c9\"}}}",
                new Push.Join("news", info));
        assertPush(
                "{\"channel\":\"news\",\"leave\":{\"info\":{\"user\":\"u9\",\"client\":\"c9\"}}}",
                new Push.Leave("news", info));
        assertPush(
                "{\"channel\":\"priv:uni\",\"subscribe\":{\"recoverable\":true,\"epoch\":\"SUxd\",\"positioned\":true}}",
                new Push.Subscribe("priv:uni", true, true, new StreamPosition(0, "SUxd"), Optional.empty()));
        assertPush(
                "{\"channel\":\"priv:uni\",\"unsubscribe\":{\"code\":2000,\"reason\":\"server unsubscribe\"}}",
                new Push.Unsubscribe("priv:uni", 2000, "server unsubscribe"));
        assertPush("{\"message\":{\"data\":1}}", new Push.Message(Payload.json("1")));
        assertPush("{\"refresh\":{\"expires\":true,\"ttl\":60}}", new Push.Refresh(true, 60));
        assertPush(
                "{\"disconnect\":{\"code\":3503,\"reason\":\"force disconnect\"}}",
                new Push.Disconnect(3503, "force disconnect"));
    }

    @Test
    void pingIsAnEmptyPush() {
        assertEquals("{}", text(CODEC.ping()));
        assertEquals("\n", text(CODEC.separator()));
        assertEquals(Encoding.JSON, CODEC.encoding());
    }

    @Test
    void thereAreNoRepliesButToConnect() {
        assertThrows(IllegalArgumentException.class, () -> CODEC.reply(1, new Result.Publish()));
        assertThrows(UnsupportedOperationException.class, () -> CODEC.error(1, ErrorCode.INTERNAL));
    }

    private static void assertPush(String expected, Push push) {
        assertEquals(expected, text(CODEC.push(push)));
    }

    private static DecodedFrame decode(String frame) {
        return CODEC.decode(ByteBuffer.wrap(frame.getBytes(StandardCharsets.UTF_8)));
    }

    private static Command command(String frame) {
        DecodedFrame decoded = decode(frame);
        assertEquals(false, decoded.malformed(), frame);
        assertEquals(1, decoded.commands().size());
        return decoded.commands().get(0);
    }

    private static String token(DecodedFrame decoded) {
        return ((Command.Connect) decoded.commands().get(0)).token();
    }
}
