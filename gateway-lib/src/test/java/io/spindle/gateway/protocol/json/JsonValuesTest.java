package io.spindle.gateway.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-1",
                "1.5e3",
                "true",
                "false",
                "null",
                " 1 ",
                "\n{\n\"a\": [1, 2]\r\n}\t\n",
                "12",
                "1e5",
                "{\"a\":1,\"a\":2}",
                "\"ü€😀\"",
                "\"\\ud800\"",
                "[[],{}]"
            })
    void oneValueIsJson(String text) {
        assertTrue(isValid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 2",
                "{} {}",
                "{}x",
                "true false",
                "tru",
                "truex",
                "nul",
                "01",
                "-",
                "1.",
                "1e",
                "+1",
                "NaN",
                "[",
                "]",
                "[1",
                "{\"a\":1",
                "{\"a\"",
                "\"a",
                "'a'",
                "{a:1}",
                "[1,]",
                "{\"a\":1,}",
                "//x\n1",
                "\ufeff1",
                "\0",
                "1\0"
            })
    void anythingElseIsNot(String text) {
        assertFalse(isValid(text));
    }

    @Test
    void textMustBeUtf8() {
        assertFalse(JsonValues.isValid(new byte[] {'"', (byte) 0xC3, '"'}, 0, 3));
        assertFalse(JsonValues.isValid("1".getBytes(StandardCharsets.UTF_16LE), 0, 2));
        assertFalse(JsonValues.isValid("[1]".getBytes(StandardCharsets.UTF_16BE), 0, 6));
    }

    @Test
    void onlyThePartOfTheArrayCounts() {
        byte[] bytes = "x[1]y".getBytes(StandardCharsets.UTF_8);

        assertTrue(JsonValues.isValid(bytes, 1, 3));
        assertFalse(JsonValues.isValid(bytes, 0, 4));
        assertFalse(JsonValues.isValid(bytes, 1, 4));
        assertFalse(JsonValues.isValid(bytes, 1, 2));
    }

    @Test
    void lengthIsUnboundedAndDepthIsNot() {
        assertTrue(isValid("7".repeat(200_000)));
        assertTrue(isValid("\"" + "a".repeat(200_000) + "\""));
        assertTrue(isValid("[".repeat(4_096) + "]".repeat(4_096)));
        assertFalse(isValid("[".repeat(4_097) + "]".repeat(4_097)));
    }

    @Test
    void everyPrefixOfAnObjectIsNotYetJson() {
        String text = "{\"a\": [1.5, -2e+3, true, null, \"\\u00fc\\n\"], \"b\": {\"c\": false}}";

        for (int length = 0; length <= text.length(); length++) {
            assertEquals(length == text.length(), isValid(text.substring(0, length)), "length " + length);
        }
    }

    private static boolean isValid(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return JsonValues.isValid(bytes, 0, bytes.length);
    }
}
