package io.spindle.gateway;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.UnsubscribeReason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What a host may do with connected clients, wherever they are connected. Asking for clients that are not there succeeds.
 *
 * <p>Thread-safe, never blocks. Stages are complete when the word is on its way to all gateways, not when it is done.
 */
public final class GatewayClients {
    private final Engine engine;

    GatewayClients(Engine engine) {
        this.engine = engine;
    }

    /**
     * Subscribes clients to a channel.
     *
     * @param recoverSince from where on missed publications are sent to them, if the channel can recover
     * @param expiresAt when the subscription ends; absent: with the connection
     * @return failed with {@link RefusedException} if there is no such channel
     */
    public CompletionStage<Void> subscribe(
            ClientSelector clients,
            String channel,
            ServerSubscription subscription,
            Optional<StreamPosition> recoverSince,
            Optional<Instant> expiresAt) {
        return engine.options(channel)
                .thenCompose(options -> engine.broker()
                        .controlAll(new ControlMessage.Subscribe(
                                clients,
                                channel,
                                subscription.overrides().applyTo(options),
                                subscription,
                                recoverSince,
                                expiresAt)));
    }

    /** Subscribes clients to a channel for as long as they are connected. */
    public CompletionStage<Void> subscribe(ClientSelector clients, String channel) {
        return subscribe(clients, channel, ServerSubscription.PLAIN, Optional.empty(), Optional.empty());
    }

    /** Ends subscriptions, those of the clients' own included; an empty channel means all of them. */
    public CompletionStage<Void> unsubscribe(ClientSelector clients, String channel, UnsubscribeReason reason) {
        return engine.broker()
                .controlAll(new ControlMessage.Unsubscribe(clients, channel, reason.code(), reason.text()));
    }

    /** Ends a channel's subscriptions, and has them stay ended. */
    public CompletionStage<Void> unsubscribe(ClientSelector clients, String channel) {
        return unsubscribe(clients, channel, UnsubscribeReason.SERVER);
    }

    /**
     * Ends connections.
     *
     * @param whitelist ids of clients that stay
     */
    public CompletionStage<Void> disconnect(ClientSelector clients, Set<String> whitelist, Disconnect disconnect) {
        return engine.broker().controlAll(new ControlMessage.Close(clients, whitelist, disconnect));
    }

    /**
     * Moves the expiry of connections, and tells them.
     *
     * @param expiresAt absent: they do not expire any more; in the past: they end (3005)
     * @param info replaces what other clients are told about them, if present
     */
    public CompletionStage<Void> refresh(ClientSelector clients, Optional<Instant> expiresAt, Optional<Payload> info) {
        return engine.broker().controlAll(new ControlMessage.Refresh(clients, expiresAt, info));
    }
}
