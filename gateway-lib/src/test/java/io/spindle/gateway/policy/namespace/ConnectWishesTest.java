package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Connecting.to;
import static io.spindle.gateway.policy.namespace.Connecting.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Channels that a client names when it connects: it gets those that it could subscribe to without a token. */
class ConnectWishesTest {
    private static final String USER = Tokens.of("42");
    private static final String ANONYMOUS = Tokens.with(claims -> {});

    private final ChannelNamespacesBuilder namespaces = ChannelNamespaces.builder()
            .namespace(
                    "open",
                    NamespaceOptions.builder().allowSubscribeForClient(true).build())
            .namespace(
                    "all",
                    NamespaceOptions.builder()
                            .allowSubscribeForClient(true)
                            .allowSubscribeForAnonymous(true)
                            .build())
            .namespace("closed", NamespaceOptions.DEFAULTS)
            .namespace(
                    "listed",
                    NamespaceOptions.builder()
                            .allowUserLimitedChannels(true)
                            .allowSubscribeForClient(true)
                            .build())
            .namespace(
                    "proxied",
                    NamespaceOptions.builder()
                            .allowSubscribeForClient(true)
                            .subscribeProxy("default")
                            .build());

    private final Connecting connecting = to(tokens(namespaces));

    @Test
    void missingPermissionIsSilent() {
        assertEquals(Set.of("open:1"), connecting.channels(USER, "open:1", "closed:1"));
    }

    @Test
    void anUnknownNamespaceEndsTheConnection() {
        assertEquals(3501, connecting.code(USER, "open:1", "zz:1"));
    }

    @Test
    void privateProxiedAndMalformedChannelsAreLeftOut() {
        assertEquals(Set.of(), connecting.channels(USER, "$open:1", "proxied:1", "open:größe"));
    }

    @Test
    void anonymousClientsNeedBothOptions() {
        assertEquals(Set.of("all:1"), connecting.channels(ANONYMOUS, "all:1", "open:1"));
        assertEquals(
                Set.of("all:1"),
                to(tokens(namespaces).allowAnonymousConnectWithoutToken(true)).channels("", "all:1", "open:1"));
    }

    @Test
    void userLimitedChannelsAreForUsersThatAreListed() {
        assertEquals(
                Set.of("listed:a#42", "listed:a"), connecting.channels(USER, "listed:a#42", "listed:a#1", "listed:a"));
        assertEquals(Set.of(), connecting.channels(ANONYMOUS, "listed:a#", "listed:a"));
    }

    @Test
    void insecureOpensWhatPermissionsLeaveClosed() {
        Connecting insecure = to(tokens(namespaces).insecure(true));

        assertEquals(
                Set.of("closed:1", "listed:a#1"),
                insecure.channels("", "closed:1", "listed:a#1", "$closed:1", "proxied:1", "closed:größe"));
    }

    @Test
    void whatTheTokenGrantsKeepsItsOptions() {
        String token = Tokens.with(claims ->
                claims.subject("42").claim("subs", Map.of("open:1", Map.of("info", Map.of("role", "host")))));

        Accepted accepted = connecting.accepted(token, "open:1", "open:2");

        assertEquals(Set.of("open:1", "open:2"), accepted.subscriptions().keySet());
        assertEquals(
                Optional.of(Payload.json("{\"role\":\"host\"}")),
                accepted.subscriptions().get("open:1").channelInfo());
        assertEquals(ServerSubscription.PLAIN, accepted.subscriptions().get("open:2"));
    }

    @Test
    void wishesAreTheProxysWhereItDecides() {
        Connecting proxied = to(tokens(namespaces)
                .connectProxy(attempt -> CompletableFuture.completedFuture(Optional.of(Accepted.user("42")))));

        assertEquals(Set.of(), proxied.channels("", "open:1", "zz:1"));
    }

    @Test
    void usersNamedByAHeaderHaveNone() {
        Connecting headed = to(tokens(namespaces).userIdHttpHeader("X-User-Id"));

        Accepted accepted = (Accepted) headed.answer("", Map.of("x-user-id", List.of("42")), "open:1", "zz:1");

        assertEquals(Map.of(), accepted.subscriptions());
    }
}
