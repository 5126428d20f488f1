package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.UnsubscribeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is looked after while a client is subscribed, once in a while for each session: its presence is renewed, expired
 * subscriptions end or are prolonged, and positions that nothing confirmed for long are compared with their streams: that
 * finds publications which were lost and followed by none. Stateless.
 */
final class SubscriptionUpkeep {
    /** How long a subscription lives on when nobody could be asked. */
    private static final Duration UNASKED = Duration.ofSeconds(60);

    /** How long a publication may take from its stream to a subscriber. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(SubscriptionUpkeep.class);

    private final SessionServices services;
    private final Membership membership;

    SubscriptionUpkeep(SessionServices services, Membership membership) {
        this.services = services;
        this.membership = membership;
    }

    /** Looks after all subscriptions of a session. Serial work only. */
    void tick(Session session) {
        for (Subscription subscription : List.copyOf(session.subscriptions().all())) {
            if (hasExpired(subscription)) {
                expired(session, subscription);
            } else {
                renew(session, subscription);
                checkPosition(session, subscription);
            }
        }
    }

    private boolean hasExpired(Subscription subscription) {
        Optional<Instant> at = subscription.expiresAt();
        return at.isPresent()
                && !Instant.now(services.clock())
                        .isBefore(at.get().plus(services.settings().times().expiredSubscriptionCloseDelay()));
    }

    private void expired(Session session, Subscription subscription) {
        if (subscription.refresh() == Refresh.BY_CLIENT) {
            end(session, subscription);
            return;
        }
        services.policy()
                .decide(
                        session.identity().client(),
                        subscription.channel(),
                        new ChannelAction.RefreshSubscription(Optional.empty()),
                        services.settings().times().commandTimeout().toNanos())
                .whenComplete((decision, failure) -> session.execute(() -> {
                    asked(session, subscription, decision);
                    return Commands.DONE;
                }));
    }

    private void asked(Session session, Subscription subscription, Decision decision) {
        if (decision instanceof Decision.Allow allow && isInFuture(allow.subscribe())) {
            subscription.refreshed(allow.subscribe());
        } else if (decision instanceof Decision.Deny deny && deny.error().equals(ErrorCode.INTERNAL)) {
            subscription.refreshed(
                    subscription.terms().expiring(Instant.now(services.clock()).plus(UNASKED), Refresh.BY_GATEWAY));
        } else {
            end(session, subscription);
        }
    }

    private boolean isInFuture(SubscribeTerms terms) {
        return terms.expiresAt().isEmpty() || terms.expiresAt().get().isAfter(Instant.now(services.clock()));
    }

    private static void end(Session session, Subscription subscription) {
        if (subscription.isServerSide()) {
            session.disconnect(Disconnect.SUBSCRIPTION_EXPIRED);
        } else {
            session.channels().end(subscription, UnsubscribeReason.EXPIRED);
        }
    }

    private void renew(Session session, Subscription subscription) {
        membership.enter(session.clientId(), session.identity(), subscription).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn(
                        "Renewing presence failed: channel={} client={}",
                        subscription.channel(),
                        session.clientId(),
                        failure);
            }
        });
    }

    private void compare(Session session, Subscription subscription, StreamPosition before, StreamPosition top) {
        if (before.equals(top)) {
            session.channels().checkPosition(subscription, before, top);
        } else {
            // What was just published may be on its way: only who still stands there a moment later has missed it.
            CompletableFuture.delayedExecutor(ON_ITS_WAY.toMillis(), TimeUnit.MILLISECONDS, services.executor())
                    .execute(() -> session.channels().checkPosition(subscription, before, top));
        }
    }

    private void checkPosition(Session session, Subscription subscription) {
        Optional<StreamPosition> unchecked = session.channels()
                .positionUnchecked(
                        subscription,
                        services.settings().times().positionCheckDelay().toNanos());
        unchecked.ifPresent(before -> services.broker()
                .history(
                        subscription.channel(),
                        HistoryQuery.POSITION,
                        subscription.options().history())
                .whenComplete((page, failure) -> {
                    if (failure == null) {
                        compare(session, subscription, before, page.top());
                    } else {
                        // It is looked at again next time.
                        log.debug("Checking a position failed: channel={}", subscription.channel(), failure);
                    }
                }));
    }
}
