package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Code of the host never runs on a thread whose blocking would stop other clients. */
class CallbackThreadsTest {
    private static final Set<String> threads = ConcurrentHashMap.newKeySet();

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.authenticator(new Noting())
            .channelPolicy((client, channel, action) -> {
                threads.add(Thread.currentThread().getName());
                return CompletableFuture.completedFuture(Decision.allow(ChannelOptions.BROADCAST.withPresence(true)));
            }));

    @Test
    void authenticatorsAndPoliciesRunOnThreadsOfTheirOwn() {
        JsonClient alice = gateway.open();
        assertEquals(0, alice.connect("any").errorCode());
        assertEquals(0, alice.call("refresh", "{\"token\":\"any\"}").errorCode());
        assertEquals(0, alice.subscribe("a").errorCode());
        assertEquals(0, alice.publish("a", "1").errorCode());
        assertEquals(0, alice.presence("a").errorCode());

        assertTrue(threads.size() > 0);
        for (String thread : threads) {
            assertTrue(thread.startsWith("spindle-callback-"), thread);
        }
    }

    private static final class Noting implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return refresh(null, attempt.token());
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            threads.add(Thread.currentThread().getName());
            return CompletableFuture.completedFuture(Authentication.Accepted.user("alice")
                    .withExpiry(Optional.of(Instant.now().plusSeconds(600)), Refresh.BY_CLIENT));
        }
    }
}
