package io.spindle.gateway.cli.reload;

import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The decisions of a running gateway, replaced all at once: what was asked before is answered by those of before, and what
 * they granted stays granted. Thread-safe, without a lock.
 */
public final class CurrentDecisions {
    private volatile Decisions current;

    public CurrentDecisions(Decisions first) {
        this.current = first;
    }

    /** From now on these count. */
    public void replace(Decisions next) {
        current = next;
    }

    /** Those that count now. */
    public Decisions get() {
        return current;
    }

    /** For a gateway: asks whoever decides at the time. */
    public Authenticator authenticator() {
        return new CurrentAuthenticator();
    }

    /** For a gateway: asks whoever decides at the time. */
    public ChannelPolicy policy() {
        return new CurrentPolicy();
    }

    private final class CurrentAuthenticator implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return current.authenticator().authenticate(attempt);
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            return current.authenticator().refresh(client, token);
        }

        @Override
        public CompletionStage<Authentication> prolong(ConnectedClient client) {
            return current.authenticator().prolong(client);
        }
    }

    private final class CurrentPolicy implements ChannelPolicy {
        @Override
        public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
            return current.policy().decide(client, channel, action);
        }

        @Override
        public Optional<ChannelOptions> options(String channel) {
            return current.policy().options(channel);
        }
    }
}
