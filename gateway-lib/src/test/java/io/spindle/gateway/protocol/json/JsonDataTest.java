package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.command;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Application data passes as the bytes that the client wrote. */
class JsonDataTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-0",
                "1.0",
                "1E+5",
                "-12.50e-007",
                "1e999999999",
                "123456789012345678901234567890.000",
                "true",
                "false",
                "null",
                "\"a\\u0041\\/\\n\"",
                "\"\\ud800 alone\"",
                "\"ü€😀\"",
                "{\"b\": 1,\t\"a\" :[ 1 ,2 ] }",
                "{\"u\": 1}",
                "{\"a\":1,\"a\":2,\"id\":\"x\"}",
                "[[[[{\"ü\":[]}]]]]",
                "\"<a href='x'>&</a>\"",
                "{\"\":\"\"}"
            })
    void dataIsTakenByteForByte(String data) {
        Payload expected = Payload.json(data);

        for (String before : new String[] {"", " ", "\t ", "\r"}) {
            for (String after : new String[] {"", " ", "\r\t"}) {
                String value = ":" + before + data + after;
                assertEquals(
                        new Command.Publish(1, "ü", expected, 0),
                        command("{\"id\":1,\"publish\":{\"channel\":\"ü\",\"data\"" + before + value + "}}"));
                assertEquals(
                        new Command.Publish(1, "ü", expected, 0),
                        command("{\"id\":1,\"publish\":{\"d\\u0061ta\"" + value + ",\"channel\":\"ü\"}}"));
            }
        }
    }

    @Test
    void numberAndTextOfAnyLengthPass() {
        assertPasses("9".repeat(100_000));
        assertPasses("0." + "1".repeat(100_000) + "e" + "1".repeat(1_000));
        assertPasses("\"" + "ü".repeat(100_000) + "\"");
        assertPasses("{\"" + "k".repeat(100_000) + "\":1}");
    }

    @Test
    void dataOfTheSecondCommandOfAFrameIsItsOwn() {
        String first = "{\"id\":1,\"send\":{\"data\":\"é1\"}}";
        String second = "{\"id\":2,\"send\":{\"data\": [2] }}";

        assertEquals(
                new Command.Send(2, Payload.json("[2]")),
                Json.decode(first + "\n" + second).commands().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "NaN",
                "Infinity",
                "tru",
                "nul",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12G4\"",
                "\"\t\"",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "[",
                "]",
                "{]",
                "[}",
                "1 2",
                "/**/1",
                "\u00a01",
                "\ufeff1"
            })
    void dataThatIsNotJsonIsMalformed(String data) {
        assertMalformed("{\"id\":1,\"publish\":{\"channel\":\"a\",\"data\":" + data + "}}");
    }

    @Test
    void dataNestedDeepButWithinTheLimitPasses() {
        assertPasses("[".repeat(4_000) + "]".repeat(4_000));
    }

    @Test
    void dataNestedDeeperThanTheLimitIsMalformed() {
        assertMalformed("{\"publish\":{\"data\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}}");
        assertMalformed("{\"x\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}");
        assertMalformed("[".repeat(1_000_000));
    }

    private static void assertPasses(String data) {
        Command.Publish publish = (Command.Publish) command("{\"id\":1,\"publish\":{\"data\":" + data + "}}");

        assertTrue(publish.data().isJson());
        assertEquals(data, publish.data().asText());
    }
}
