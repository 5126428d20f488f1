package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.metrics.ChannelMetrics;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code subscribe}. In this order: hub entry (pushes are kept back from here on), presence, reply, what was kept back,
 * join. Stateless.
 */
final class SubscribeCommand {
    private static final Logger log = LoggerFactory.getLogger(SubscribeCommand.class);
    private static final int SHARED_POLL = 4;

    private final SessionServices services;
    private final SessionLimits limits;
    private final ChannelMetrics metrics;
    private final Membership membership;

    SubscribeCommand(SessionServices services, Membership membership) {
        this.services = services;
        this.limits = services.settings().limits();
        this.metrics = services.metrics().channels();
        this.membership = membership;
    }

    CompletionStage<?> handle(Session session, Command.Subscribe command, long readAtNanos) {
        if (command.channel().isEmpty()) {
            metrics.subscribeRejected("empty");
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        ErrorCode error = typeError(command.type());
        if (error == null && !command.delta().isEmpty() && !command.delta().equals("fossil")) {
            metrics.subscribeRejected("bad_request");
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        if (error == null) {
            error = channelError(session, command.channel());
        }
        if (error != null) {
            metrics.subscribeRejected("bad_request");
            session.answers().fail(command.id(), error);
            return Commands.DONE;
        }
        ChannelAction action = new ChannelAction.Subscribe(command.token(), command.data());
        return Later.then(
                session,
                command.id(),
                services.policy()
                        .decide(
                                session.identity().client(),
                                command.channel(),
                                action,
                                services.nanosLeft(readAtNanos)),
                services.executor(),
                decision -> decided(session, command, decision));
    }

    private static @Nullable ErrorCode typeError(int type) {
        if (type == 0) {
            return null;
        }
        return type == SHARED_POLL ? ErrorCode.NOT_AVAILABLE : ErrorCode.BAD_REQUEST;
    }

    private @Nullable ErrorCode channelError(Session session, String channel) {
        if (!ChannelName.isValid(channel, limits.maxChannelBytes())) {
            return ErrorCode.BAD_REQUEST;
        }
        if (session.subscriptions().get(channel) != null) {
            return ErrorCode.ALREADY_SUBSCRIBED;
        }
        return session.subscriptions().count() >= limits.maxChannels() ? ErrorCode.LIMIT_EXCEEDED : null;
    }

    private CompletionStage<?> decided(Session session, Command.Subscribe command, Decision decision) {
        if (decision instanceof Decision.Allow allow) {
            if (command.filter().isPresent()) {
                // Unfiltered delivery would be worse than none.
                return reject(session, command, ErrorCode.BAD_REQUEST, "bad_request");
            }
            ChannelOptions options = allow.options();
            boolean pushJoinLeave =
                    options.joinLeave() && options.pushJoinLeave().to(command.joinLeave());
            return enter(session, command, allow, pushJoinLeave);
        }
        if (decision instanceof Decision.Close close) {
            metrics.subscribeRejected("invalid_channel");
            session.answers().refuse(close.disconnect());
            return Commands.DONE;
        }
        Decision.Deny deny = (Decision.Deny) decision;
        log.debug("Subscribe refused: client={} reason={} {}", session.clientId(), deny.reason(), deny.explanation());
        return reject(session, command, deny.error(), "invalid_channel");
    }

    private CompletionStage<?> reject(Session session, Command.Subscribe command, ErrorCode error, String reason) {
        metrics.subscribeRejected(reason);
        session.answers().fail(command.id(), error);
        return Commands.DONE;
    }

    private CompletionStage<?> enter(
            Session session, Command.Subscribe command, Decision.Allow allow, boolean pushJoinLeave) {
        if (session.isClosed()) {
            session.answers().refuse(Disconnect.CONNECTION_CLOSED);
            return Commands.DONE;
        }
        Subscription subscription = new Subscription(
                session, command.channel(), allow.options(), allow.subscribe().channelInfo(), pushJoinLeave);
        services.hub().add(command.channel(), subscription);
        CompletionStage<Boolean> entered = membership.enter(session, subscription);
        return Later.then(session, command.id(), entered, services.executor(), present -> {
            if (present) {
                commit(session, command, allow, subscription);
            } else {
                services.hub().remove(command.channel(), subscription);
                session.answers().refuse(Disconnect.SERVER_ERROR);
            }
            return Commands.DONE;
        });
    }

    private void commit(Session session, Command.Subscribe command, Decision.Allow allow, Subscription subscription) {
        session.subscriptions().add(subscription);
        session.answers()
                .subscribed(
                        command.id(),
                        new Result.Subscribe(
                                false,
                                0,
                                false,
                                false,
                                StreamPosition.ZERO,
                                List.of(),
                                false,
                                command.recover().isPresent(),
                                allow.subscribe().data(),
                                false),
                        subscription);
        membership.joined(session, subscription);
        metrics.subscribed();
    }
}
