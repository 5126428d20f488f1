package io.spindle.gateway.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.HostileBytes;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes, a frame is decoded or malformed; nothing is thrown. */
class JsonHostileFramesTest {
    private static final List<String> GOOD = List.of(
            "{\"id\":1,\"connect\":{\"token\":\"t\",\"data\":{\"a\":[1,2.5e3]},\"subs\":{\"s\":{\"recover\":true}},"
                    + "\"headers\":{\"a\":\"b\"}}}\n{\"id\":2,\"subscribe\":{\"channel\":\"ü😀\",\"tf\":{\"op\":\"and\","
                    + "\"nodes\":[{\"key\":\"k\",\"cmp\":\"in\",\"vals\":[\"1\"]}]},\"flag\":3}}",
            "{\"id\":3,\"publish\":{\"channel\":\"c\",\"data\":{\"t\":\"\\u00fc\\ud83d\\ude00\",\"n\":-12.5E+10,\"x\":[true,null]}}}",
            "{\"id\":4,\"history\":{\"channel\":\"c\",\"limit\":-1,\"since\":{\"offset\":18446744073709551615}}}\r\n"
                    + "{\"id\":5,\"sub_refresh\":{\"channel\":\"c\",\"track\":[{\"items\":[{\"key\":\"k\",\"version\":1}]}]}}\n{}");

    @Test
    void damagedFramesAreDecodedOrMalformed() {
        Random random = new Random(7);
        int malformed = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] good = GOOD.get(round % GOOD.size()).getBytes(StandardCharsets.UTF_8);
            DecodedFrame decoded = Json.decode(HostileBytes.damaged(good, random));
            malformed += decoded.malformed() ? 1 : 0;
            assertDataIsJson(decoded);
        }
        assertTrue(malformed > 10_000, "too few faults to mean anything: " + malformed);
    }

    @Test
    void randomBytesAreMalformed() {
        Random random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[1 + random.nextInt(40)];
            random.nextBytes(noise);
            assertTrue(Json.decode(noise).malformed());
        }
    }

    @Test
    void randomJsonCharactersAreDecodedOrMalformed() {
        Random random = new Random(9);
        String alphabet = "{}[]:,\"\\ \n\r\t0123456789.-+eEtrufalsnid";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("{\"send\":{\"data\":");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertDataIsJson(Json.decode(text.append("}}").toString()));
        }
    }

    @Test
    void everyCutOfAFrameIsMalformedOrAWholeNumberOfCommands() {
        for (String frame : GOOD) {
            byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
            List<Command> all = Json.decode(bytes).commands();
            for (int length = 0; length <= bytes.length; length++) {
                DecodedFrame cut = Json.decode(Arrays.copyOf(bytes, length));
                assertEquals(all.subList(0, cut.commands().size()), cut.commands());
            }
        }
    }

    /** What passes as JSON data can be written to others: it is a value, and the push one line. */
    private static void assertDataIsJson(DecodedFrame decoded) {
        for (Command command : decoded.commands()) {
            Payload data = command instanceof Command.Publish publish
                    ? publish.data()
                    : command instanceof Command.Send send ? send.data() : Payload.json("0");
            if (!data.isEmpty()) {
                assertTrue(JsonValues.isValid(data.toByteArray(), 0, data.size()), data::asText);
                byte[] push = Json.CODEC.push(new Push.Pub("c", new Publication(data, Optional.empty())));
                assertTrue(JsonValues.isValid(push, 0, push.length));
            }
        }
    }
}
