package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names channels may have. */
class ChannelNameRulesTest {
    private static NamespaceOptionsBuilder open() {
        return NamespaceOptions.builder().allowSubscribeForClient(true).allowPublishForClient(true);
    }

    @Test
    void withoutARegexTheWholeNameIsAscii() {
        Asking user = as("42", chat(open()).withoutNamespace(open().build()));

        assertEquals(ALLOWED, user.subscribe("chat:a/b?c=d e%~"));
        assertEquals(107, user.subscribe("chat:größe"));
        assertEquals(107, user.subscribe("大厅"));
        assertEquals(107, user.publish("chat:größe"));
    }

    @ParameterizedTest
    @CsvSource({
        // the regex, the channel, the code
        "^\\d+$, chat:123, 0",
        "^\\d+$, chat:12a, 107",
        "^\\d+$, $chat:123, 0",
        "\\d, chat:room-1, 0",
        "\\d, chat:room, 107",
        "chat, chat:room, 107",
        "^$, chat:, 0",
        "^\\p{Han}+$, chat:大厅, 0",
        "'^a:b$', chat:a:b, 0"
    })
    void aRegexMatchesSomewhereInWhatFollowsTheNamespace(String regex, String channel, int code) {
        Asking user = as("42", chat(open().channelRegex(regex)));

        assertEquals(code, user.publish(channel));
    }

    @Test
    void withoutANamespaceTheRegexSeesTheWholeName() {
        Asking user = as(
                "42",
                ChannelNamespaces.builder()
                        .withoutNamespace(open().channelRegex("^\\$?[a-z]+$").build()));
        Asking strict = as(
                "42",
                ChannelNamespaces.builder()
                        .withoutNamespace(open().channelRegex("^[a-z]+$").build()));

        assertEquals(ALLOWED, user.publish("$news"));
        assertEquals(ALLOWED, strict.publish("news"));
        assertEquals(107, strict.publish("$news"));
    }

    @Test
    void theLengthCountsInBytesAndOnlyWhenSubscribing() {
        Asking user = as("42", chat(open().channelRegex(".")).maxLength(8));

        assertEquals(ALLOWED, user.subscribe("chat:123"));
        assertEquals(107, user.subscribe("chat:1234"));
        assertEquals(ALLOWED, user.subscribe("chat:厅"));
        assertEquals(107, user.subscribe("chat:大厅"));
        assertEquals(ALLOWED, user.publish("chat:1234"));
    }

    @Test
    void theLengthIsToldBeforeAnUnknownNamespace() {
        assertEquals(107, as("42", chat(open())).subscribe("zz:" + "x".repeat(253)));
        assertEquals(102, as("42", chat(open())).subscribe("zz:" + "x".repeat(252)));
    }

    @Test
    void aNegativeLengthIsNone() {
        assertEquals(ALLOWED, as("42", chat(open()).maxLength(-1)).subscribe("chat:" + "x".repeat(60_000)));
    }

    @Test
    @Timeout(10)
    void noNameMakesARegexRunLong() {
        Asking user = as("42", chat(open().channelRegex("^(a+)+$")));

        assertEquals(107, user.publish("chat:" + "a".repeat(20_000) + "!"));
    }
}
