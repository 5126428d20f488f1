package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.policy.MessageText.Absent;
import io.spindle.gateway.policy.MessageText.Found;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
    /** All of Unicode's White_Space. */
    private static final String WHITE_SPACE = "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
            + "\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    private static MessageText of(String json) {
        return MessageText.of(Payload.json(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"hi\"}",
                " { \"a\" : [ 1 , { } ] , \"text\" : \" hi \" , \"b\" : { \"text\" : \"no\" } } ",
                "{\"te\\u0078t\":\"\\u0068i\"}",
                "{\"text\":7,\"text\":\"no\",\"text\":\"hi\"}",
                "{\"n\":1e999999999,\"m\":12345678901234567890123456789,\"text\":\"hi\"}"
            })
    void isTheLastStringOfThatNameInTheObject(String json) {
        assertEquals(new Found("hi"), of(json));
    }

    @Test
    void isTrimmedByWhiteSpaceAtBothEndsOnly() {
        assertEquals(new Found("a" + WHITE_SPACE + "b"), ofText(WHITE_SPACE + "a" + WHITE_SPACE + "b" + WHITE_SPACE));
        assertEquals(new Found(""), ofText(WHITE_SPACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF", "\u180E", "\u001C", "\u001F", "\u0000", "\u2060"})
    void keepsWhatOnlyLooksLikeWhiteSpace(String text) {
        assertEquals(new Found(text), ofText(text));
    }

    @Test
    void ofOtherDataThereIsNone() {
        assertEquals(Absent.NO_DATA, of(""));
        assertEquals(Absent.NO_OBJECT, of(" "));
        assertEquals(Absent.NO_OBJECT, of("[\"text\",\"hi\"]"));
        assertEquals(Absent.NO_TEXT, of("{\"text\":true}"));
        assertEquals(
                Absent.NO_OBJECT, MessageText.of(Payload.binary("{\"text\":\"hi\"}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatFollowsTheTextIsCheckedToo() {
        assertEquals(Absent.NO_OBJECT, of("{\"text\":\"hi\",}"));
        assertEquals(Absent.NO_OBJECT, of("{\"text\":\"hi\""));
        assertEquals(Absent.NO_OBJECT, of("{\"text\":\"hi\"}]"));
        assertEquals(Absent.NO_OBJECT, of("{\"text\":\"hi\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    }

    @Test
    void asAValueItIsPresentOnlyIfFound() {
        assertEquals(Optional.of("hi"), of("{\"text\":\"hi\"}").value());
        assertEquals(Optional.empty(), of("{}").value());
    }

    private static MessageText ofText(String text) {
        StringBuilder json = new StringBuilder("{\"text\":\"");
        text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
        return of(json.append("\"}").toString());
    }
}
