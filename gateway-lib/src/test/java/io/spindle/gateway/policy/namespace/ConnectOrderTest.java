package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Connecting.TOKENS;
import static io.spindle.gateway.policy.namespace.Connecting.code;
import static io.spindle.gateway.policy.namespace.Connecting.done;
import static io.spindle.gateway.policy.namespace.Connecting.to;
import static io.spindle.gateway.policy.namespace.Connecting.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who is let in: a token, else the connect proxy, else anonymous clients, else a header. */
class ConnectOrderTest {
    private static final Map<String, List<String>> HEADERS = Map.of("x-user-id", List.of("h1"));
    private static final ConnectedClient CLIENT =
            new ConnectedClient("42", Asking.CLIENT_ID, "name", true, Optional.empty());

    private final ChannelNamespacesBuilder namespaces =
            ChannelNamespaces.builder().namespace("chat", NamespaceOptions.DEFAULTS);

    private static CredentialSource saying(Authentication answer) {
        return attempt -> CompletableFuture.completedFuture(Optional.of(answer));
    }

    private static CredentialSource silent() {
        return attempt -> CompletableFuture.completedFuture(Optional.empty());
    }

    private static String userOf(Authentication authentication) {
        return ((Accepted) authentication).userId();
    }

    @Test
    void withoutCredentialsNobodyIsLetIn() {
        assertEquals(
                3501, to(NamespaceAuthenticator.builder(namespaces.build())).code(""));
        assertEquals(3501, to(tokens(namespaces)).code(""));
    }

    @Test
    void aTokenDecidesAlone() {
        Connecting all = to(tokens(namespaces)
                .connectProxy(attempt -> fail("the proxy is asked about clients without a token only"))
                .allowAnonymousConnectWithoutToken(true)
                .insecure(true)
                .userIdHttpHeader("X-User-Id"));

        assertEquals("42", all.accepted(Tokens.of("42")).userId());
        assertEquals(3500, all.code("x.y.z"));
        assertEquals(109, all.code(Tokens.expired("42")));
        assertEquals(3500, code(all.answer("x.y.z", HEADERS)));
    }

    @Test
    void withoutKeysEveryTokenIsInvalid() {
        assertEquals(
                3500,
                to(NamespaceAuthenticator.builder(namespaces.build()).insecure(true))
                        .code(Tokens.of("42")));
    }

    @Test
    void aTokenWithoutAUserIsAnonymousUnlessThatIsForbidden() {
        String anonymous = Tokens.with(claims -> {});
        JwtAuthenticator strict = JwtAuthenticator.builder()
                .hmacSecret(Tokens.SECRET)
                .disallowAnonymousTokens(true)
                .build();

        assertEquals("", to(tokens(namespaces)).accepted(anonymous).userId());
        assertEquals(3507, to(tokens(namespaces).tokens(strict)).code(anonymous));
    }

    @Test
    void withoutATokenTheConnectProxyIsAskedFirst() {
        Connecting all = to(tokens(namespaces)
                .connectProxy(saying(Accepted.user("p1")))
                .allowAnonymousConnectWithoutToken(true)
                .userIdHttpHeader("X-User-Id"));

        assertEquals("p1", userOf(all.answer("", HEADERS)));
    }

    @Test
    void theProxysRefusalsArePassedOn() {
        assertEquals(
                3503,
                to(tokens(namespaces)
                                .connectProxy(saying(new Authentication.Disconnected(Disconnect.FORCE_DISCONNECT))))
                        .code(""));
        assertEquals(
                1000,
                to(tokens(namespaces)
                                .connectProxy(
                                        saying(new Authentication.Refused(new ErrorCode(1000, "not today", false)))))
                        .code(""));
    }

    @Test
    void theProxysAnonymousClientsAreLetInWhateverTheOptionsSay() {
        assertEquals(
                "",
                to(tokens(namespaces).connectProxy(saying(Accepted.user(""))))
                        .accepted("")
                        .userId());
    }

    @Test
    void aProxyThatSaysNothingLeavesItToTheOthers() {
        NamespaceAuthenticatorBuilder builder = tokens(namespaces).connectProxy(silent());

        assertEquals(3501, to(builder).code(""));
        assertEquals("h1", userOf(to(builder.userIdHttpHeader("X-User-Id")).answer("", HEADERS)));
        assertEquals(
                "", userOf(to(builder.allowAnonymousConnectWithoutToken(true)).answer("", HEADERS)));
    }

    @Test
    void aProxyThatFailsFailsTheAttempt() {
        Connecting broken = to(tokens(namespaces)
                .connectProxy(attempt -> CompletableFuture.failedFuture(new IllegalStateException("down")))
                .allowAnonymousConnectWithoutToken(true));

        assertTrue(broken.authenticator()
                .authenticate(new ConnectAttempt(
                        Asking.CLIENT_ID, "", Optional.empty(), "", "", Set.of(), CLIENT.transport()))
                .toCompletableFuture()
                .isCompletedExceptionally());
    }

    @Test
    void anonymousClientsAreLetInByOptionOrInsecurity() {
        assertEquals(
                "",
                to(tokens(namespaces).allowAnonymousConnectWithoutToken(true))
                        .accepted("")
                        .userId());
        assertEquals("", to(tokens(namespaces).insecure(true)).accepted("").userId());
    }

    @Test
    void aHeaderNamesTheUserWhereAnonymousClientsAreNotLetIn() {
        NamespaceAuthenticatorBuilder builder = tokens(namespaces).userIdHttpHeader("X-User-Id");

        assertEquals("h1", userOf(to(builder).answer("", HEADERS)));
        assertEquals(3501, to(builder).code(""));
        assertEquals(3501, code(to(builder).answer("", Map.of("x-user-id", List.of("")))));
        assertEquals("", userOf(to(builder.insecure(true)).answer("", HEADERS)));
    }

    @Test
    void insecureConnectionsLastWhateverTheirTokenSays() {
        String expiring = Tokens.expiring("42", Duration.ofHours(1));

        assertTrue(to(tokens(namespaces)).accepted(expiring).expiresAt().isPresent());
        assertTrue(to(tokens(namespaces).insecure(true))
                .accepted(expiring)
                .expiresAt()
                .isEmpty());
    }

    @Test
    void anUnknownNamespaceInWhatIsGrantedRefusesTheClient() {
        String token = Tokens.with(claims -> claims.subject("42").claim("channels", List.of("chat:1", "zz:1")));
        Accepted proxied = Accepted.user("42").withSubscriptions(Map.of("zz:1", ServerSubscription.PLAIN));

        assertEquals(102, to(tokens(namespaces)).code(token));
        assertEquals(102, to(tokens(namespaces).connectProxy(saying(proxied))).code(""));
    }

    @Test
    void clientsRefreshByTokenUnlessAProxyDoes() {
        String token = Tokens.expiring("42", Duration.ofHours(1));
        NamespaceAuthenticatorBuilder builder = tokens(namespaces);

        assertEquals(Refresh.BY_CLIENT, to(builder).accepted(token).refresh());
        assertEquals(ALLOWED, code(done(builder.build().refresh(CLIENT, token))));
        assertEquals(3500, code(done(builder.build().refresh(CLIENT, "x.y.z"))));
        assertEquals(3005, code(done(builder.build().refresh(CLIENT, Tokens.expired("42")))));
    }

    @Test
    void anUnknownNamespaceInANewTokenRefusesIt() {
        String token = Tokens.with(claims -> claims.subject("42").claim("channels", List.of("zz:1")));

        assertEquals(102, code(done(tokens(namespaces).build().refresh(CLIENT, token))));
    }

    @Test
    void withARefreshProxyTheGatewayProlongsAndClientsMayNot() {
        Instant later = Instant.now().plusSeconds(60);
        NamespaceAuthenticator authenticator = tokens(namespaces)
                .refreshProxy(client -> CompletableFuture.completedFuture(
                        Accepted.user(client.userId()).withExpiry(Optional.of(later), Refresh.BY_GATEWAY)))
                .build();
        Connecting proxied = new Connecting(authenticator);
        String token = Tokens.expiring("42", Duration.ofHours(1));

        assertEquals(Refresh.BY_GATEWAY, proxied.accepted(token).refresh());
        assertEquals(3501, code(done(authenticator.refresh(CLIENT, token))));
        assertEquals(Optional.of(later), ((Accepted) done(authenticator.prolong(CLIENT))).expiresAt());
    }

    @Test
    void withoutARefreshProxyNothingIsProlonged() {
        assertEquals(3005, code(done(tokens(namespaces).tokens(TOKENS).build().prolong(CLIENT))));
    }
}
