package io.spindle.gateway.protocol.protobuf;

import static io.spindle.gateway.protocol.protobuf.Wire.CODEC;
import static io.spindle.gateway.protocol.protobuf.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replies and pushes, byte for byte as the protocol's reference server writes them. */
class ProtobufMessagesTest {
    private static final Optional<Payload> NONE = Optional.empty();

    @Test
    void emptyResultsAreThere() {
        assertEquals(
                "0408023200",
                text(CODEC.reply(
                        2,
                        new Result.Subscribe(
                                false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, NONE, false))));
        assertEquals("0408033a00", text(CODEC.reply(3, new Result.Unsubscribe())));
        assertEquals("0408034200", text(CODEC.reply(3, new Result.Publish())));
        assertEquals("0408034a00", text(CODEC.reply(3, new Result.Presence(Map.of()))));
        assertEquals("0408035200", text(CODEC.reply(3, new Result.PresenceStats(0, 0))));
        assertEquals("0408037200", text(CODEC.reply(3, new Result.Refresh(false, 0))));
    }

    @Test
    void fieldsStandInAscendingOrder() {
        assertEquals(
                digits("17 0801 2a13 0a0163 120176 1801 203c 2a037b7d20 3819 4001"),
                text(CODEC.reply(
                        1,
                        new Result.Connect(
                                "c", "v", true, 60, Optional.of(Payload.json("{} ")), Map.of(), 25, true, "", "", 0))));
        assertEquals(
                digits("0c 0803 5208 08ac02 10ffffff7f"),
                text(CODEC.reply(3, new Result.PresenceStats(300, 0xFFFFFFF))));
    }

    @Test
    void idIsUnsigned() {
        assertEquals("08" + "08ffffffff0f" + "4200", text(CODEC.reply(-1, new Result.Publish())));
        assertEquals("02" + "4200", text(CODEC.reply(0, new Result.Publish())));
    }

    @Test
    void push() {
        ClientInfo info = new ClientInfo("", "c", NONE, Optional.of(Payload.json("2")));

        assertEquals(
                digits("1b 2219 1204 6a6c3a70 2211 2207 7b2261223a317d 2a06 120163 220132"),
                text(CODEC.push(new Push.Pub("jl:p", new Publication(Payload.json("{\"a\":1}"), Optional.of(info))))));
    }

    @Test
    void patchIsMarked() {
        Publication patch = new Publication(
                Payload.binary("13\nP@0,1:1e@Q,2dHLHk;".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Map.of(),
                2,
                "",
                true);

        assertEquals(
                digits("2b 2229 120a 7265633a64656c746139 221b 2215") + "31330a5040302c313a316540512c3264484c486b3b"
                        + "30024001",
                text(CODEC.push(new Push.Pub("rec:delta9", patch))));
    }

    @Test
    void epochOfTheFirstPublicationAndTimeAreNewerThanTheSdk() {
        Publication first = new Publication(Payload.json("1"), Optional.empty()).at(new StreamPosition(1, "e"));

        assertEquals(digits("0f 220d 120163 2208 220131 3001 720165"), text(CODEC.push(new Push.Pub("c", first))));
        assertEquals(
                digits("0e 0801 2a0a 0a0163 58 80d095ffbc31"),
                text(CODEC.reply(
                        1,
                        new Result.Connect("c", "", false, 0, NONE, Map.of(), 0, false, "", "", 1_700_000_000_000L))));
        assertEquals(
                digits("06 0802 3202 6801"),
                text(CODEC.reply(
                        2,
                        new Result.Subscribe(
                                false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, NONE, true))));
    }

    @Test
    void error() {
        assertEquals(
                digits("15 0801 1211 086d 120d 746f6b656e2065787069726564"),
                text(CODEC.error(1, ErrorCode.TOKEN_EXPIRED)));
    }

    private static String digits(String spaced) {
        return spaced.replace(" ", "");
    }
}
