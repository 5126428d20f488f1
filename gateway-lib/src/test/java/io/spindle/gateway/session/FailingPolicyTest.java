package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is allowed by accident: what a policy does beside answering is a refusal, and no one else's problem. */
class FailingPolicyTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new Failing()));

    @AfterEach
    void releaseBlockedThreads() {
        end.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "errs", "fails", "null", "null-stage-value"})
    @Proves("C32")
    void everyActionIsRefusedWithATemporaryErrorAndTheConnectionStays(String how) {
        JsonClient alice = gateway.connect("alice");

        for (JsonMessage reply : List.of(
                alice.subscribe(how),
                alice.publish(how, "1"),
                alice.presence(how),
                alice.call("presence_stats", "{\"channel\":\"" + how + "\"}"))) {
            assertEquals(
                    "{\"code\":100,\"message\":\"internal server error\",\"temporary\":true}",
                    reply.at("error").toString());
        }

        assertEquals(0, gateway.gateway().subscriberCount(how));
        assertEquals(0, alice.subscribe("fine").errorCode());
    }

    @Test
    void aPolicyThatNeverAnswersRefusesWithinTheTimeOfACommandAndOthersDoNotWait() {
        List<JsonClient> waiting = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        long asked = System.nanoTime();
        for (String how : List.of("never", "blocks")) {
            for (String method : List.of("subscribe", "publish", "presence")) {
                JsonClient client = gateway.connect("alice");
                waiting.add(client);
                ids.add(client.send(method, "{\"channel\":\"" + how + "\",\"data\":1}"));
            }
        }

        JsonClient bob = gateway.connect("bob");
        assertEquals(0, bob.subscribe("fine").errorCode());
        assertEquals(0, bob.publish("fine", "1").errorCode());
        assertFalse(waiting.get(0).hasReceived(message -> message.at("id").asInt() == ids.get(0)));

        for (int i = 0; i < waiting.size(); i++) {
            assertEquals(100, waiting.get(i).awaitReply(ids.get(i)).errorCode());
        }
        long millis = (System.nanoTime() - asked) / 1_000_000;
        assertTrue(millis >= 3_900, "refused after " + millis + " ms, before the command's 4 s were over");
        assertEquals(0, waiting.get(0).subscribe("fine").errorCode());
    }

    /** Does what the channel's name says. */
    private final class Failing implements ChannelPolicy {
        @Override
        public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
            return switch (channel) {
                case "throws" -> throw new IllegalStateException("secret text of an exception");
                case "errs" -> throw new NoClassDefFoundError("com/example/Missing");
                case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("secret text"));
                case "null" -> null;
                case "null-stage-value" -> CompletableFuture.completedFuture(null);
                case "never" -> new CompletableFuture<>();
                case "blocks" -> blocked();
                default -> CompletableFuture.completedFuture(Decision.allow(ChannelOptions.BROADCAST));
            };
        }

        private CompletionStage<Decision> blocked() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.completedFuture(Decision.allow(ChannelOptions.BROADCAST));
        }
    }
}
