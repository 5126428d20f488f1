package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlowAuthenticationTest {
    private final HeldAuthenticator authenticator = new HeldAuthenticator();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).authenticator(authenticator));

    @Test
    @Proves("C8")
    void commandsBehindConnectWaitForItsReply() {
        JsonClient client = gateway.open();
        client.raw()
                .sendLines(
                        "{\"id\":1,\"connect\":{\"token\":\"order\"}}",
                        "{\"id\":2,\"subscribe\":{\"channel\":\"order:1\"}}",
                        "{\"id\":3,\"subscribe\":{\"channel\":\"order:2\"}}");

        authenticator.answer("order", accepted("alice"));

        client.awaitReply(3);
        List<String> lines = client.raw().receivedLines();
        assertTrue(lines.get(0).startsWith("{\"id\":1,\"connect\":"), lines::toString);
        assertEquals("{\"id\":2,\"subscribe\":{}}", lines.get(1));
        assertEquals("{\"id\":3,\"subscribe\":{}}", lines.get(2));
    }

    @Test
    void commandsBehindAConnectThatFailsAreDropped() {
        JsonClient client = gateway.open();
        client.raw()
                .sendLines(
                        "{\"id\":1,\"connect\":{\"token\":\"fails\"}}",
                        "{\"id\":2,\"subscribe\":{\"channel\":\"fails\"}}");

        authenticator.answer("fails", new Authentication.Refused(ErrorCode.TOO_MANY_REQUESTS));

        assertEquals(
                "{\"id\":1,\"error\":{\"code\":111,\"message\":\"too many requests\",\"temporary\":true}}",
                client.awaitReply(1).text());
        client.close();
        assertFalse(client.hasReceived(message -> true));
        assertEquals(0, gateway.gateway().subscriberCount("fails"));
    }

    @Test
    void whoLeavesMeanwhileIsForgotten() {
        int before = gateway.gateway().connectionCount();
        JsonClient client = gateway.open();
        client.send("connect", "{\"token\":\"leaves\"}");
        authenticator.awaitAsked("leaves");
        client.raw().abort();

        authenticator.answer("leaves", accepted("gone"));

        Await.until("it is forgotten", () -> gateway.gateway().connectionCount() == before);
        assertEquals(0, gateway.gateway().disconnect("gone"));
    }

    @Test
    @Proves("C28")
    void dataOfTheApplicationIsInTheReply() {
        JsonClient client = gateway.open();
        int id = client.send("connect", "{\"token\":\"data\",\"data\":{\"v\":1}}");

        authenticator.answer(
                "data",
                Authentication.Accepted.user("alice").withData(Optional.of(Payload.json("{\"hello\" : \"you\"}"))));

        assertTrue(client.awaitReply(id).text().contains("\"data\":{\"hello\" : \"you\"}"));
    }

    private static Authentication accepted(String user) {
        return Authentication.Accepted.user(user);
    }

    /** Answers about a token when it is told to. */
    private static final class HeldAuthenticator implements Authenticator {
        private final ConcurrentHashMap<String, CompletableFuture<Authentication>> held = new ConcurrentHashMap<>();

        void awaitAsked(String token) {
            Await.until("authenticator asked", () -> held.containsKey(token));
        }

        void answer(String token, Authentication authentication) {
            awaitAsked(token);
            held.get(token).complete(authentication);
        }

        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return held.computeIfAbsent(attempt.token(), token -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            throw new UnsupportedOperationException();
        }
    }
}
