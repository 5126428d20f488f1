package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Connecting.to;
import static io.spindle.gateway.policy.namespace.Connecting.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The channel that each user has for itself. */
class PersonalChannelTest {
    private static final String USER = Tokens.of("42");

    private final ChannelNamespacesBuilder namespaces = ChannelNamespaces.builder()
            .namespace("user", NamespaceOptions.builder().presence(true).build())
            .namespace("plain", NamespaceOptions.DEFAULTS);

    @Test
    void isNamedByNamespaceAndUser() {
        assertEquals(
                Set.of("user:#42"),
                to(tokens(namespaces).personalChannel("user")).channels(USER));
        assertEquals(Set.of("#42"), to(tokens(namespaces).personalChannel("")).channels(USER));
        assertEquals(
                Set.of("user/@42"),
                to(tokens(namespaces.namespaceBoundary("/").userBoundary("@")).personalChannel("user"))
                        .channels(USER));
    }

    @Test
    void comesBesideWhatTheTokenGrants() {
        String token = Tokens.with(claims -> claims.subject("42").claim("channels", List.of("plain:1")));

        assertEquals(
                Set.of("plain:1", "user:#42"),
                to(tokens(namespaces).personalChannel("user")).channels(token));
    }

    @Test
    void isForUsersOfTheConnectProxyToo() {
        Connecting proxied = to(tokens(namespaces)
                .personalChannel("user")
                .connectProxy(attempt -> CompletableFuture.completedFuture(Optional.of(Accepted.user("7")))));

        assertEquals(Set.of("user:#7"), proxied.channels(""));
    }

    @Test
    void isNotForUsersNamedByAHeaderOrAnonymousOnes() {
        NamespaceAuthenticatorBuilder builder = tokens(namespaces).personalChannel("user");
        Connecting headed = to(builder.userIdHttpHeader("X-User-Id"));

        assertEquals(Map.of(), ((Accepted) headed.answer("", Map.of("x-user-id", List.of("42")))).subscriptions());
        assertEquals(Set.of(), to(builder.insecure(true)).channels(""));
        assertEquals(Set.of(), to(builder).channels(Tokens.with(claims -> {})));
    }

    @Test
    void aSingleConnectionEndsTheOthersFirst() {
        List<String> ended = new ArrayList<>();
        Connecting single = to(tokens(namespaces).personalChannel("user").singleConnection((user, client, channel) -> {
            ended.add(user + " in " + channel + " but " + client);
            return CompletableFuture.completedFuture(null);
        }));

        assertEquals(
                Map.of("user:#42", ServerSubscription.PLAIN),
                single.accepted(USER).subscriptions());
        assertEquals(List.of("42 in user:#42 but " + Asking.CLIENT_ID), ended);
    }

    @Test
    void whoeverCannotBeTheOnlyOneIsDisconnected() {
        Connecting single = to(tokens(namespaces)
                .personalChannel("user")
                .singleConnection(
                        (user, client, channel) -> CompletableFuture.failedFuture(new IllegalStateException("down"))));

        assertEquals(3004, single.code(USER));
    }

    @Test
    void anonymousClientsMayBeMany() {
        Connecting single = to(tokens(namespaces)
                .insecure(true)
                .personalChannel("user")
                .singleConnection((user, client, channel) -> fail("asked about an anonymous client")));

        assertEquals(Set.of(), single.channels(""));
        assertEquals(Set.of(), single.channels(Tokens.with(claims -> {})));
    }

    @Test
    void itsNamespaceExistsAndKeepsPresenceIfItHasTo() {
        assertFault(
                "client.subscribe_to_user_personal_channel.personal_channel_namespace: \"zz\""
                        + " (expected: a namespace that exists)",
                tokens(namespaces).personalChannel("zz"));
        assertFault(
                "client.subscribe_to_user_personal_channel.single_connection: true"
                        + " (expected: presence in the namespace \"plain\")",
                tokens(namespaces)
                        .personalChannel("plain")
                        .singleConnection((user, client, channel) -> CompletableFuture.completedFuture(null)));
        assertFault(
                "client.subscribe_to_user_personal_channel.single_connection: true"
                        + " (expected: personal channels with it)",
                tokens(namespaces)
                        .singleConnection((user, client, channel) -> CompletableFuture.completedFuture(null)));
    }

    private static void assertFault(String fault, NamespaceAuthenticatorBuilder builder) {
        assertEquals(
                List.of(fault),
                assertThrows(NamespacesException.class, builder::build).faults());
    }
}
