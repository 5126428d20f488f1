package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.UnsubscribeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Does with this node's connections what a control message asks for. Never blocks; any thread. */
final class SessionControl {
    private final SessionServices services;
    private final Sessions sessions;
    private final ServerSubscriptions subscriptions;

    SessionControl(SessionServices services, Sessions sessions, ServerSubscriptions subscriptions) {
        this.services = services;
        this.sessions = sessions;
        this.subscriptions = subscriptions;
    }

    void apply(ControlMessage message) {
        if (message instanceof ControlMessage.Subscribe subscribe) {
            each(subscribe.clients(), session -> session.execute(() -> subscriptions.subscribe(session, subscribe)));
        } else if (message instanceof ControlMessage.Unsubscribe unsubscribe) {
            each(unsubscribe.clients(), session -> serially(session, () -> unsubscribe(session, unsubscribe)));
        } else if (message instanceof ControlMessage.Close close) {
            each(close.clients(), session -> {
                if (!close.whitelist().contains(session.clientId())) {
                    session.disconnect(close.disconnect());
                }
            });
        } else if (message instanceof ControlMessage.Refresh refresh) {
            each(refresh.clients(), session -> serially(session, () -> refresh(session, refresh)));
        }
    }

    private void each(ClientSelector selector, Consumer<Session> action) {
        sessions.forEach(session -> {
            if (matches(selector, session)) {
                action.accept(session);
            }
        });
    }

    private static boolean matches(ClientSelector selector, Session session) {
        Optional<String> user = session.user();
        return user.isPresent()
                && user.get().equals(selector.userId())
                && (selector.clientId().isEmpty() || selector.clientId().equals(session.clientId()))
                && (selector.session().isEmpty() || selector.session().equals(session.sessionId()));
    }

    private static void serially(Session session, Runnable task) {
        session.execute(() -> {
            task.run();
            return Commands.DONE;
        });
    }

    private static void unsubscribe(Session session, ControlMessage.Unsubscribe message) {
        UnsubscribeReason reason = new UnsubscribeReason(message.code(), message.reason());
        for (Subscription subscription : List.copyOf(session.subscriptions().all())) {
            if (message.channel().isEmpty() || message.channel().equals(subscription.channel())) {
                session.channels().end(subscription, reason);
            }
        }
    }

    private void refresh(Session session, ControlMessage.Refresh message) {
        Optional<Duration> left = message.expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (left.isPresent() && (left.get().isNegative() || left.get().isZero())) {
            session.disconnect(Disconnect.EXPIRED);
            return;
        }
        message.info().ifPresent(info -> session.refreshed(session.identity().withInfo(info)));
        session.expireWithin(left);
        session.channels()
                .send(new Push.Refresh(left.isPresent(), left.map(Expiry::ttl).orElse(0)));
    }
}
