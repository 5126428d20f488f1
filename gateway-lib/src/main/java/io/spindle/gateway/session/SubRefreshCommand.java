package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code sub_refresh}: a new token prolongs an expiring subscription. Stateless. */
final class SubRefreshCommand {
    private final SessionServices services;

    SubRefreshCommand(SessionServices services) {
        this.services = services;
    }

    CompletionStage<?> handle(Session session, Command.SubRefresh command, long readAtNanos) {
        if (command.channel().isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        Subscription subscription = session.subscriptions().get(command.channel());
        if (subscription == null) {
            session.answers().fail(command.id(), ErrorCode.PERMISSION_DENIED);
            return Commands.DONE;
        }
        if (command.type() != 0) {
            // Tracking of keys, which needs a channel that is polled.
            session.answers().fail(command.id(), ErrorCode.NOT_AVAILABLE);
            return Commands.DONE;
        }
        if (subscription.refresh() != Refresh.BY_CLIENT
                || subscription.isServerSide()
                || subscription.expiresAt().isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        if (command.token().isEmpty()) {
            session.answers().fail(command.id(), ErrorCode.BAD_REQUEST);
            return Commands.DONE;
        }
        return Later.then(
                session,
                command.id(),
                services.policy()
                        .decide(
                                session.identity().client(),
                                command.channel(),
                                new ChannelAction.RefreshSubscription(Optional.of(command.token())),
                                services.nanosLeft(readAtNanos)),
                services.executor(),
                decision -> decided(session, command, subscription, decision));
    }

    private CompletionStage<?> decided(
            Session session, Command.SubRefresh command, Subscription subscription, Decision decision) {
        if (decision instanceof Decision.Allow allow) {
            accept(session, command, subscription, allow.subscribe());
        } else if (decision instanceof Decision.Deny deny) {
            session.answers().fail(command.id(), deny.error());
        } else if (decision instanceof Decision.Close close) {
            session.answers().refuse(close.disconnect());
        }
        return Commands.DONE;
    }

    private void accept(Session session, Command.SubRefresh command, Subscription subscription, SubscribeTerms terms) {
        Optional<Duration> life = terms.expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (life.isPresent() && (life.get().isNegative() || life.get().isZero())) {
            session.answers().fail(command.id(), ErrorCode.EXPIRED);
            return;
        }
        subscription.refreshed(terms);
        session.answers()
                .reply(
                        command.id(),
                        new Result.SubRefresh(
                                life.isPresent(), life.map(Expiry::ttl).orElse(0)));
    }
}
