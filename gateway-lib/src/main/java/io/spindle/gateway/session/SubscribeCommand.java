package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.filter.TagsFilter;
import io.spindle.gateway.metrics.ChannelMetrics;
import io.spindle.gateway.protocol.Command;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code subscribe}: the client's own subscriptions. Stateless. */
final class SubscribeCommand {
    private static final Logger log = LoggerFactory.getLogger(SubscribeCommand.class);
    private static final int SHARED_POLL = 4;

    private final SessionServices services;
    private final SessionLimits limits;
    private final ChannelMetrics metrics;
    private final Subscribing subscribing;

    SubscribeCommand(SessionServices services, Subscribing subscribing) {
        this.services = services;
        this.limits = services.settings().limits();
        this.metrics = services.metrics().channels();
        this.subscribing = subscribing;
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
            return allowed(session, command, allow);
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

    private CompletionStage<?> allowed(Session session, Command.Subscribe command, Decision.Allow allow) {
        Optional<TagsFilter> filter = command.filter().flatMap(TagsFilter::of);
        if (command.filter().isPresent()
                && (filter.isEmpty() || !allow.options().tagsFilter())) {
            // Unfiltered delivery would be worse than none.
            return reject(session, command, ErrorCode.BAD_REQUEST, "bad_request");
        }
        if (session.isClosed()) {
            session.answers().refuse(Disconnect.CONNECTION_CLOSED);
            return Commands.DONE;
        }
        return Later.then(
                session,
                command.id(),
                subscribing.enter(session, session.identity(), SubscribeRequest.of(command, allow, filter)),
                services.executor(),
                entered -> entered(session, command, entered));
    }

    private CompletionStage<?> entered(Session session, Command.Subscribe command, Entered entered) {
        if (entered instanceof Entered.In in) {
            session.answers().subscribed(command.id(), in.result(), in.subscription());
            metrics.subscribed();
        } else if (entered instanceof Entered.Refused refused) {
            return reject(session, command, refused.error(), "bad_request");
        } else if (entered instanceof Entered.Broken broken) {
            session.answers().refuse(broken.disconnect());
        }
        return Commands.DONE;
    }

    private CompletionStage<?> reject(Session session, Command.Subscribe command, ErrorCode error, String reason) {
        metrics.subscribeRejected(reason);
        session.answers().fail(command.id(), error);
        return Commands.DONE;
    }
}
