package io.spindle.gateway.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Allocation;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.HostileBytes;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import java.nio.ByteBuffer;
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
                    + "{\"id\":5,\"sub_refresh\":{\"channel\":\"c\",\"track\":[{\"items\":[{\"key\":\"k\",\"version\":1}]}]}}\n{}",
            "{\"id\":6,\"subscribe\":{\"channel\":\"c\",\"token\":\"t\",\"recover\":true,\"epoch\":\"e\",\"offset\":18446744073709551615,"
                    + "\"data\":{\"a\":1},\"positioned\":true,\"recoverable\":true,\"join_leave\":true,\"delta\":\"fossil\",\"tf\":{\"op\":\"or\","
                    + "\"nodes\":[{\"op\":\"not\",\"nodes\":[{\"key\":\"k\",\"cmp\":\"gt\",\"val\":\"1.5\"}]},null,{}]},\"flag\":-1,\"type\":1,"
                    + "\"phase\":2,\"cursor\":\"c\",\"limit\":-1,\"asc\":true}}",
            "{\"id\":7,\"connect\":{\"token\":\"t\",\"data\":[],\"subs\":{\"a\":{\"recover\":true,\"epoch\":\"é\",\"offset\":1,\"delta\":\"fossil\"},"
                    + "\"b\":null},\"name\":\"n\",\"version\":\"v\",\"headers\":{\"X\":\"y\"},\"flag\":1,\"dict\":\"d\",\"profile\":\"p\"}}",
            "{\"id\":8,\"rpc\":{\"method\":\"m\",\"data\":[1.5e-7,\"\\ud83d\"]}}\n{\"send\":{\"data\":null}}\n"
                    + "{\"id\":9,\"refresh\":{\"token\":\"t\"}}\n{\"id\":10,\"unsubscribe\":{\"channel\":\"c\"}}\n"
                    + "{\"id\":11,\"presence\":{\"channel\":\"c\"},\"presence_stats\":{\"channel\":\"d\"}}\n"
                    + "{\"id\":12,\"sub_refresh\":{\"channel\":\"c\",\"token\":\"t\",\"type\":0,\"untrack\":[\"u\"]}}");
    private static final UnidirectionalJsonCodec UNIDIRECTIONAL = new UnidirectionalJsonCodec();

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

    @Test
    void damagedRequestsOfClientsThatOnlyListenAreDecodedOrMalformed() {
        byte[] good =
                ("{\"token\":\"t\",\"data\":{\"a\":\n[1]},\"subs\":{\"s\":{\"recover\":true,\"epoch\":\"é\",\"offset\":1}},"
                                + "\"headers\":{\"a\":\"b\"}}")
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(10);
        int malformed = 0;
        for (int round = 0; round < 20_000; round++) {
            DecodedFrame decoded = UNIDIRECTIONAL.decode(ByteBuffer.wrap(HostileBytes.damaged(good, random)));
            malformed += decoded.malformed() ? 1 : 0;
            assertEquals(decoded.malformed() ? 0 : 1, decoded.commands().size());
        }
        assertTrue(malformed > 10_000, "too few faults to mean anything: " + malformed);
        for (int length = 1; length < good.length; length++) {
            assertTrue(UNIDIRECTIONAL.decode(ByteBuffer.wrap(good, 0, length)).malformed());
        }
    }

    @Test
    void everyByteThatIsNoTextIsMalformed() {
        for (String frame : GOOD) {
            byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at++) {
                for (int bad : new int[] {0x00, 0xC0, 0xED, 0xF8, 0xFF}) {
                    byte[] damaged = bytes.clone();
                    damaged[at] = (byte) bad;
                    assertTrue(Json.decode(damaged).malformed(), "byte " + bad + " at " + at + " of " + frame);
                }
            }
        }
    }

    @Test
    void memoryIsOfTheOrderOfTheFrame() {
        int size = 65_536;
        for (String frame : List.of(
                "{\"subscribe\":{\"tf\":{\"nodes\":[" + "{},".repeat(size / 3) + "{}]}}}",
                "{\"subscribe\":{\"tf\":{\"nodes\":[" + "null,".repeat(size / 5) + "null]}}}",
                "{\"subscribe\":{\"tf\":{\"vals\":[" + "\"\",".repeat(size / 3) + "\"\"]}}}",
                "{\"subscribe\":{\"tf\":" + "{\"nodes\":[".repeat(1_023) + "{}" + "]}".repeat(1_023) + "}}",
                "{\"sub_refresh\":{\"track\":[" + "{\"items\":[{},{},{}]},".repeat(size / 22) + "{}]}}",
                "{\"sub_refresh\":{\"untrack\":[" + "\"\",".repeat(size / 3) + "\"\"]}}",
                "{\"publish\":{\"data\":" + "[".repeat(4_000) + "]".repeat(4_000) + "}}",
                "{\"publish\":{\"data\":" + "[".repeat(size) + "}}",
                "{\"publish\":{\"data\":" + "9".repeat(size) + "}}",
                "{\"id\":" + "9".repeat(size) + "}",
                "{\"history\":{\"since\":{\"epoch\":\"" + "\\u00fc".repeat(size / 6) + "\"}}}")) {
            byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
            long allocated = Allocation.bytes(() -> Json.decode(bytes));

            assertTrue(allocated < 100L * size, allocated + " bytes for " + frame.substring(0, 40));
        }
    }

    @Test
    void memoryOfManyCommandsIsOfTheOrderOfTheirNumber() {
        int lines = 20_000;
        byte[] bytes = "{}\n".repeat(lines).getBytes(StandardCharsets.UTF_8);

        assertTrue(Allocation.bytes(() -> Json.decode(bytes)) < 1_024L * lines);
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
