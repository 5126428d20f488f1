package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jwt.JWTClaimsSet;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a subscription token does, when subscribing and when a subscription is refreshed. */
class SubscriptionTokenTest {
    private static final Date PAST = Date.from(Instant.now().minusSeconds(3_600));
    private static final Date FUTURE = Date.from(Instant.now().plusSeconds(3_600));

    private final Asking user = as("42", chat(NamespaceOptions.builder()));

    private static String token(Consumer<JWTClaimsSet.Builder> more) {
        return Tokens.with(claims -> {
            claims.subject("42").claim("channel", "chat:1");
            more.accept(claims);
        });
    }

    static Arguments[] outcomes() {
        return new Arguments[] {
            outcome("good", token(claims -> {}), ALLOWED, ALLOWED),
            outcome("malformed", "x.y.z", 103, 3500),
            outcome(
                    "signed by another",
                    Tokens.signedWith(
                            "another secret of tests alone, 32 bytes",
                            claims -> claims.subject("42").claim("channel", "chat:1")),
                    103,
                    3500),
            outcome("a connection token", Tokens.of("42"), 103, 3500),
            outcome("over", token(claims -> claims.expirationTime(PAST)), 109, 3006),
            outcome("not begun", token(claims -> claims.notBeforeTime(FUTURE)), 109, 3006),
            outcome("of another user", token(claims -> claims.subject("43")), 3500, 3500),
            outcome("of an anonymous user", token(claims -> claims.subject("")), 3500, 3500),
            outcome("for another channel", token(claims -> claims.claim("channel", "chat:2")), 3500, 3500),
            outcome("for the private channel", token(claims -> claims.claim("channel", "$chat:1")), 3500, 3500),
            outcome("of another client", token(claims -> claims.claim("client", "c2")), 3500, 3500),
            outcome("of this client", token(claims -> claims.claim("client", Asking.CLIENT_ID)), ALLOWED, ALLOWED),
            outcome("in an unknown namespace", token(claims -> claims.claim("channel", "zz:1")), 102, 102),
        };
    }

    private static Arguments outcome(String what, String token, int atSubscribe, int atRefresh) {
        return Arguments.of(what, token, atSubscribe, atRefresh);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void eachTokenHasItsAnswer(String what, String token, int atSubscribe, int atRefresh) {
        assertEquals(atSubscribe, user.subscribe("chat:1", token), "subscribe");
        assertEquals(atRefresh, user.refresh("chat:1", token), "sub_refresh");
    }

    @Test
    void aTokenOpensAUserLimitedChannelOfOthers() {
        Asking listed = as("42", chat(NamespaceOptions.builder().allowUserLimitedChannels(true)));

        assertEquals(103, listed.subscribe("chat:a#1"));
        assertEquals(ALLOWED, listed.subscribe("chat:a#1", token(claims -> claims.claim("channel", "chat:a#1"))));
    }

    @Test
    void aBadTokenIsRefusedWhereNoneWasNeeded() {
        Asking open = as("42", chat(NamespaceOptions.builder().allowSubscribeForClient(true)));

        assertEquals(103, open.subscribe("chat:1", "x.y.z"));
    }

    @Test
    void withoutKeysEveryTokenIsInvalid() {
        ChannelNamespaces namespaces = chat(NamespaceOptions.builder()).build();

        assertEquals(103, as("42", NamespacePolicy.builder(namespaces)).subscribe("chat:1", token(claims -> {})));
    }

    @Test
    void infoDataAndExpiryAreTheTokens() {
        Decision.Allow allow = user.subscription(
                "chat:1",
                token(claims -> claims.claim("info", Map.of("role", "member"))
                        .claim("data", "hello")
                        .expirationTime(FUTURE)));

        assertEquals(
                Optional.of(Payload.json("{\"role\":\"member\"}")),
                allow.subscribe().channelInfo());
        assertEquals(Optional.of(Payload.json("\"hello\"")), allow.subscribe().data());
        assertEquals(
                Optional.of(Instant.ofEpochSecond(FUTURE.getTime() / 1_000)),
                allow.subscribe().expiresAt());
        assertEquals(Refresh.BY_CLIENT, allow.subscribe().refresh());
    }

    @Test
    void aRefreshReplacesInfoAlsoByNothing() {
        Decision.Allow allow = (Decision.Allow)
                user.decide("chat:1", new ChannelAction.RefreshSubscription(Optional.of(token(claims -> {}))));

        assertEquals(Optional.empty(), allow.subscribe().channelInfo());
        assertEquals(Optional.empty(), allow.subscribe().expiresAt());
    }

    @Test
    void overridesChangeTheNamespacesOptions() {
        ChannelOptions options = user.subscription(
                        "chat:1",
                        token(claims -> claims.claim(
                                "override",
                                Map.of(
                                        "presence", Map.of("value", true),
                                        "join_leave", Map.of("value", true),
                                        "force_push_join_leave", Map.of("value", true),
                                        "force_recovery", Map.of("value", true),
                                        "force_positioning", Map.of("value", true)))))
                .options();

        assertEquals(true, options.presence());
        assertEquals(true, options.joinLeave());
        assertEquals(Grant.ALWAYS, options.pushJoinLeave());
        assertEquals(Grant.ALWAYS, options.recovery().recoverable());
        assertEquals(Grant.ALWAYS, options.recovery().positioned());
    }

    @Test
    void whatIsNoLongerForcedMayBeWishedForOnlyWhereThatIsAllowed() {
        NamespaceOptionsBuilder forced = NamespaceOptions.builder()
                .history(10, java.time.Duration.ofMinutes(1))
                .forcePositioning(true)
                .forceRecovery(true);
        String unforced = token(claims -> claims.claim(
                "override",
                Map.of("force_recovery", Map.of("value", false), "force_positioning", Map.of("value", false))));

        ChannelOptions strict =
                as("42", chat(forced)).subscription("chat:1", unforced).options();
        ChannelOptions lenient = as("42", chat(forced.allowRecovery(true).allowPositioning(true)))
                .subscription("chat:1", unforced)
                .options();

        assertEquals(Grant.NEVER, strict.recovery().recoverable());
        assertEquals(Grant.NEVER, strict.recovery().positioned());
        assertEquals(Grant.IF_ASKED, lenient.recovery().recoverable());
        assertEquals(Grant.IF_ASKED, lenient.recovery().positioned());
    }
}
