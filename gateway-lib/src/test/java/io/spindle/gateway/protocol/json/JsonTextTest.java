package io.spindle.gateway.protocol.json;

import static io.spindle.gateway.protocol.json.Json.assertMalformed;
import static io.spindle.gateway.protocol.json.Json.command;
import static io.spindle.gateway.protocol.json.Json.decode;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are UTF-8, checked here: frames come as raw bytes. */
class JsonTextTest {
    private static final DecodedFrame MALFORMED = new DecodedFrame(List.of(), true);

    /** Lone continuation, cut short, overlong, surrogate, past the last code point, never a byte of UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c3",
                "c328",
                "c080",
                "c1bf",
                "e282",
                "e28228",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "f09f98",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "ff",
                "fe"
            })
    void invalidUtf8IsMalformedWhereverItStands(String hex) {
        assertEquals(MALFORMED, decode(withBytes("{\"presence\":{\"channel\":\"", hex, "\"}}")));
        assertEquals(MALFORMED, decode(withBytes("{\"publish\":{\"data\":\"", hex, "\"}}")));
        assertEquals(MALFORMED, decode(withBytes("{\"unknown\":\"a long text before it: ", hex, " and after\"}")));
        assertEquals(MALFORMED, decode(withBytes("{\"unknown ", hex, "\":1}")));
        assertEquals(MALFORMED, decode(withBytes("{}", hex, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf", "f0908080", "f48fbfbf"})
    void validUtf8Passes(String hex) {
        byte[] text = HexFormat.of().parseHex(hex);

        DecodedFrame decoded = decode(withBytes("{\"id\":1,\"presence\":{\"channel\":\"", hex, "\"}}"));

        assertEquals(
                new DecodedFrame(List.of(new Command.Presence(1, new String(text, StandardCharsets.UTF_8))), false),
                decoded);
    }

    @Test
    void textsAreMalformedExactlyWhereTheyAreNotUtf8() {
        Random random = new Random(6);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = new byte[1 + random.nextInt(4)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (0x80 | random.nextInt());
            }
            String hex = HexFormat.of().formatHex(text);

            assertEquals(
                    !isUtf8(text),
                    decode(withBytes("{\"skipped\":\"", hex, "\"}")).malformed(),
                    hex);
        }
    }

    @Test
    void invalidUtf8InALaterCommandLeavesTheEarlierOnes() {
        DecodedFrame decoded = decode(withBytes("{\"id\":1}\n{\"id\":2,\"x\":\"", "ff", "\"}"));

        assertEquals(new DecodedFrame(List.of(new Command.Empty(1)), true), decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreMalformed(String charset) {
        assertEquals(MALFORMED, decode("{\"id\":1}".getBytes(Charset.forName(charset))));
    }

    @Test
    void byteOrderMarkIsMalformed() {
        assertMalformed("\ufeff{\"id\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0041, A",
        "\\u00fC, ü",
        "\\ud83d\\ude00, 😀",
        "\\ud83d, \ufffd",
        "\\ude00\\ud83d, \ufffd\ufffd",
        "a\\ud83db, a\ufffdb",
        "\\\"\\\\\\/, \"\\/"
    })
    void escapesAreRead(String escaped, String read) {
        assertEquals(new Command.Presence(0, read), command("{\"presence\":{\"channel\":\"" + escaped + "\"}}"));
    }

    @Test
    void controlCharactersAreReadFromEscapesOnly() {
        assertEquals(
                new Command.Presence(0, "\b\f\n\r\t\0"),
                command("{\"presence\":{\"channel\":\"\\b\\f\\n\\r\\t\\u0000\"}}"));
        assertMalformed("{\"presence\":{\"channel\":\"\t\"}}");
        assertMalformed("{\"presence\":{\"channel\":\"\0\"}}");
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)); // reports faults by default
            return true;
        } catch (CharacterCodingException fault) {
            return false;
        }
    }

    private static byte[] withBytes(String before, String hex, String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
