package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedPolicyTest {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Decision decide(ChannelPolicy policy, long timeoutMillis) throws Exception {
        return new GuardedPolicy(policy, executor, executor)
                .decide(
                        new ConnectedClient("42", "c1", "Alice", true, Optional.empty()),
                        "chat",
                        new ChannelAction.Subscribe("", Optional.empty()),
                        TimeUnit.MILLISECONDS.toNanos(timeoutMillis))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static void assertPolicyFailed(Decision decision) {
        Decision.Deny deny = assertInstanceOf(Decision.Deny.class, decision);
        assertEquals(ErrorCode.INTERNAL, deny.error());
        assertEquals("policy_failed", deny.reason());
    }

    @Test
    void decisionsPass() throws Exception {
        Decision allow = Decision.allow(ChannelOptions.BROADCAST);

        assertEquals(allow, decide((client, channel, action) -> CompletableFuture.completedFuture(allow), 10_000));
        assertInstanceOf(Decision.Allow.class, decide(new DefaultChannelPolicy(100), 10_000));
    }

    @Test
    void aPolicyThatFailsDenies() throws Exception {
        assertPolicyFailed(decide(
                (client, channel, action) -> {
                    throw new IllegalStateException("on purpose");
                },
                10_000));
        assertPolicyFailed(decide((client, channel, action) -> null, 10_000));
        assertPolicyFailed(decide(
                (client, channel, action) -> CompletableFuture.failedFuture(new Exception("on purpose")), 10_000));
        assertPolicyFailed(decide((client, channel, action) -> new CompletableFuture<>(), 50));
    }

    @Test
    void aDecisionWithNullInItDenies() throws Exception {
        assertPolicyFailed(
                decide((client, channel, action) -> CompletableFuture.completedFuture(Decision.allow(null)), 10_000));
        assertPolicyFailed(decide(
                (client, channel, action) -> CompletableFuture.completedFuture(Decision.deny(null, "x", "")), 10_000));
    }
}
