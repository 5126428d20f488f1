package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may subscribe without a token. */
class SubscribePermissionTest {
    private static final NamespaceOptionsBuilder OPEN =
            NamespaceOptions.builder().allowSubscribeForClient(true).allowSubscribeForAnonymous(true);

    @Test
    void nobodyUnlessAnOptionSaysSo() {
        assertEquals(103, as("42", chat(NamespaceOptions.builder())).subscribe("chat:1"));
        assertEquals(103, as("42", ChannelNamespaces.builder()).subscribe("news"));
    }

    @ParameterizedTest
    @CsvSource({
        // for client, for anonymous, user, code
        "false, false, 42, 103",
        "false, false, '', 103",
        "true, false, 42, 0",
        "true, false, '', 103",
        "false, true, 42, 103",
        "false, true, '', 103",
        "true, true, 42, 0",
        "true, true, '', 0"
    })
    void anonymousClientsNeedBothOptions(boolean client, boolean anonymous, String user, int code) {
        NamespaceOptionsBuilder options =
                NamespaceOptions.builder().allowSubscribeForClient(client).allowSubscribeForAnonymous(anonymous);

        assertEquals(code, as(user, chat(options)).subscribe("chat:1"));
    }

    @Test
    void aPrivateChannelNeedsAToken() {
        Asking user = as("42", chat(OPEN).withoutNamespace(OPEN.build()));

        assertEquals(103, user.subscribe("$chat:1"));
        assertEquals(103, user.subscribe("$news"));
        assertEquals(
                ALLOWED,
                user.subscribe(
                        "$chat:1", Tokens.with(claims -> claims.subject("42").claim("channel", "$chat:1"))));
    }

    @Test
    void anUnknownNamespaceIsToldBeforeEverythingElse() {
        Asking user = as("42", chat(OPEN));

        assertEquals(102, user.subscribe("zz:1"));
        assertEquals(102, user.subscribe("$zz:1"));
        assertEquals(102, user.subscribe("zz:größe", "no token"));
    }

    @ParameterizedTest
    @CsvSource({
        // the channel, the user, the code
        "'chat:a#42', 42, 0",
        "'chat:a#1,42', 42, 0",
        "'chat:a#42,1', 42, 0",
        "'chat:a#1,42,2', 42, 0",
        "'chat:#42', 42, 0",
        "'chat:a#1', 42, 103",
        "'chat:a#4,2', 42, 103",
        "'chat:a#421', 42, 103",
        "'chat:a#142', 42, 103",
        "'chat:a#', 42, 103",
        "'chat:a#42#1', 42, 103",
        "'chat:a#1#42', 42, 0",
        "'chat:a#42', '', 103",
        "'chat:a#', '', 0",
        "'chat:a#1,', '', 0",
        "'chat:a#1,,2', '', 0",
        "'chat:a#1,2', '', 103"
    })
    void aUserLimitedChannelIsForTheUsersBehindItsLastBoundary(String channel, String user, int code) {
        NamespaceOptionsBuilder options =
                NamespaceOptions.builder().allowUserLimitedChannels(true).allowSubscribeForClient(true);

        assertEquals(code, as(user, chat(options)).subscribe(channel));
    }

    @Test
    void whereChannelsMayBeUserLimitedTheOtherOnesFollowTheUsualPermission() {
        Asking open = as(
                "42",
                chat(NamespaceOptions.builder().allowUserLimitedChannels(true).allowSubscribeForClient(true)));
        Asking closed = as("42", chat(NamespaceOptions.builder().allowUserLimitedChannels(true)));

        assertEquals(ALLOWED, open.subscribe("chat:a"));
        assertEquals(103, closed.subscribe("chat:a"));
    }

    @Test
    void withoutTheOptionTheUserBoundaryIsACharacterLikeOthers() {
        assertEquals(ALLOWED, as("42", chat(OPEN)).subscribe("chat:a#1"));
    }

    @Test
    void boundaryAndSeparatorAreConfigured() {
        Asking user = as(
                "42",
                chat(NamespaceOptions.builder().allowUserLimitedChannels(true))
                        .userBoundary("@@")
                        .userSeparator("; "));

        assertEquals(ALLOWED, user.subscribe("chat:a@@1; 42"));
        assertEquals(103, user.subscribe("chat:a@@1;42"));
    }

    @Test
    void insecureComesLastAndOpensOnlyWhatIsLeft() {
        NamespaceOptionsBuilder limited = NamespaceOptions.builder().allowUserLimitedChannels(true);
        Asking anybody = as("", Asking.policy(chat(limited)).insecure(true));

        assertEquals(ALLOWED, anybody.subscribe("chat:1"));
        assertEquals(ALLOWED, anybody.subscribe("chat:a#7"));
        assertEquals(103, anybody.subscribe("$chat:1"));
        assertEquals(102, anybody.subscribe("zz:1"));
        assertEquals(107, anybody.subscribe("chat:größe"));
        assertEquals(103, anybody.subscribe("chat:1", "no token"));
    }
}
