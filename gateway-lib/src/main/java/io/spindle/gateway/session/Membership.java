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
    private static final CompletionStage<Boolean> ENTERED = CompletableFuture.completedFuture(true);
    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    private final SessionServices services;

    Membership(SessionServices services) {
        this.services = services;
    }

    /** Adds a client to presence; the subscribe reply waits for it. False if presence can't be reached. */
    CompletionStage<Boolean> enter(Session session, Subscription subscription) {
        if (!subscription.options().presence()) {
            return ENTERED;
        }
        Identity identity = session.identity();
        PresenceEntry entry = new PresenceEntry(
                identity.infoIn(subscription.channelInfo()),
                identity.source().userId(),
                identity.source().userName());
        CompletableFuture<Void> added =
                services.presence().add(subscription.channel(), entry).toCompletableFuture();
        if (added.isDone() && !added.isCompletedExceptionally()) {
            return ENTERED;
        }
        return added.handle((done, failure) -> {
            if (failure != null) {
                log.warn("Entering presence failed: client={}", session.clientId(), failure);
            }
            return failure == null;
        });
    }

    /** The subscribe reply is queued: tells the others, the client itself, and the worker. */
    void joined(Session session, Subscription subscription) {
        ChannelOptions options = subscription.options();
        if (!options.joinLeave()) {
            return;
        }
        Identity identity = session.identity();
        ClientInfo info = identity.infoIn(subscription.channelInfo());
        logFailure("join", session, services.broker().publishJoin(subscription.channel(), info));
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

    /** A committed subscription has ended: no more pushes, no presence, and the others are told. */
    void ended(Session session, Subscription subscription) {
        String channel = subscription.channel();
        ChannelOptions options = subscription.options();
        services.hub().remove(channel, subscription);
        if (options.presence()) {
            logFailure("presence", session, services.presence().remove(channel, session.clientId()));
        }
        if (!options.joinLeave()) {
            return;
        }
        Identity identity = session.identity();
        logFailure(
                "leave", session, services.broker().publishLeave(channel, identity.infoIn(subscription.channelInfo())));
        if (options.delivery() == Delivery.RELAY) {
            services.workers()
                    .announce(
                            new ClientEvent.Leave(
                                    EventId.next(), Instant.now(services.clock()), channel, identity.source()),
                            options.workerPool());
        }
    }

    private static void logFailure(String what, Session session, CompletionStage<Void> stage) {
        stage.whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("Telling a {} failed: client={}", what, session.clientId(), failure);
            }
        });
    }
}
