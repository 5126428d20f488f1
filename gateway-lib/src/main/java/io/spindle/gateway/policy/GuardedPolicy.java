package io.spindle.gateway.policy;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.CallGuard;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A policy that always decides in time, whatever the one behind it does: its failures are denials with error 100
 * (temporary) and the reason {@link #POLICY_FAILED}, which is how they are counted. Nothing is allowed by accident.
 * Thread-safe; for threads and failures see {@link CallGuard}.
 */
public final class GuardedPolicy {
    /** The reason, as metrics show it, when the policy gave no answer. */
    public static final String POLICY_FAILED = "policy_failed";

    private final ChannelPolicy policy;
    private final CallGuard<Decision> guard;

    public GuardedPolicy(ChannelPolicy policy, Executor executor, ScheduledExecutorService scheduler) {
        this.policy = policy;
        String name = policy instanceof PluginPolicy plugin
                ? plugin.name()
                : "policy " + policy.getClass().getName();
        this.guard = new CallGuard<>(
                policy,
                name,
                executor,
                scheduler,
                Decision.deny(ErrorCode.INTERNAL, POLICY_FAILED, "the policy threw, failed or was late; see the log"));
    }

    /**
     * How a channel behaves where no client asks.
     *
     * @return its options, empty if there is no such channel; failed if the policy failed
     */
    public CompletionStage<Optional<ChannelOptions>> options(String channel) {
        try {
            return CompletableFuture.completedFuture(Objects.requireNonNull(policy.options(channel)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Decides about one action.
     *
     * @param timeoutNanos what is left of the command's time
     */
    public CompletionStage<Decision> decide(
            ConnectedClient client, String channel, ChannelAction action, long timeoutNanos) {
        return guard.ask(() -> policy.decide(client, channel, action), timeoutNanos);
    }
}
