package io.spindle.gateway.session;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.protocol.ClientInfo;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it means to be in a channel, beside getting its pushes: presence, join and leave, and the worker's word of both.
 * Presence shows a client before its join is told, and no more before its leave is. Stateless.
 */
final class Membership {
    private static final CompletionStage<Void> ENTERED = CompletableFuture.completedFuture(null);
    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    private final SessionServices services;

    Membership(SessionServices services) {
        this.services = services;
    }

    /** Adds a client to presence, or renews what is known of it there; the subscribe reply waits for it. */
    CompletionStage<Void> enter(String clientId, Identity identity, Subscription subscription) {
        if (!subscription.options().presence()) {
            return ENTERED;
        }
        PresenceEntry entry = new PresenceEntry(
                identity.infoIn(subscription.channelInfo()),
                identity.workerUser(),
                identity.client().userName());
        return services.presence().add(subscription.channel(), entry);
    }

    /** The subscribe reply is queued: tells the others, the client itself, and the worker. */
    void joined(Session session, Subscription subscription) {
        ChannelOptions options = subscription.options();
        if (!options.joinLeave()) {
            return;
        }
        Identity identity = session.identity();
        ClientInfo info = identity.infoIn(subscription.channelInfo());
        logFailure("join", session.clientId(), services.broker().publishJoin(subscription.channel(), info));
        if (options.delivery() == Delivery.RELAY) {
            services.workers()
                    .announce(
                            new ClientEvent.Join(
                                    EventId.next(),
                                    Instant.now(services.clock()),
                                    subscription.channel(),
                                    identity.source()),
                            options.workerPool());
        }
    }

    /** A subscription that was never committed is taken back: nobody was told of it. */
    void abandoned(String clientId, Subscription subscription) {
        String channel = subscription.channel();
        services.hub().remove(channel, subscription);
        services.broker().unsubscribe(channel);
        if (subscription.options().presence()) {
            logFailure("presence", clientId, services.presence().remove(channel, clientId));
        }
    }

    /** A committed subscription has ended: no more pushes, no presence, and the others are told. */
    void ended(Session session, Subscription subscription) {
        abandoned(session.clientId(), subscription);
        ChannelOptions options = subscription.options();
        if (!options.joinLeave()) {
            return;
        }
        String channel = subscription.channel();
        Identity identity = session.identity();
        ClientInfo info = identity.infoIn(subscription.channelInfo());
        logFailure("leave", session.clientId(), services.broker().publishLeave(channel, info));
        if (options.delivery() == Delivery.RELAY) {
            services.workers()
                    .announce(
                            new ClientEvent.Leave(
                                    EventId.next(), Instant.now(services.clock()), channel, identity.source()),
                            options.workerPool());
        }
    }

    private static void logFailure(String what, String clientId, CompletionStage<Void> stage) {
        stage.whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("Telling a {} failed: client={}", what, clientId, failure);
            }
        });
    }
}
