package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.metrics.ConnectionMetrics;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code connect}: authenticates the client, subscribes it to what it is given, and starts its clocks. Stateless. */
final class ConnectCommand {
    private static final CompletionStage<ServerSubscriptions.Outcome> NOTHING_TO_SUBSCRIBE =
            CompletableFuture.completedFuture(ServerSubscriptions.Outcome.Made.NOTHING);

    private final SessionServices services;
    private final UserConnections users;
    private final ServerSubscriptions subscriptions;
    private final ConnectionMetrics metrics;

    // Connections share what repeats at the same intervals.
    private final Beat beat;
    private final Beat unanswered;

    ConnectCommand(SessionServices services, UserConnections users, ServerSubscriptions subscriptions) {
        this.services = services;
        this.users = users;
        this.subscriptions = subscriptions;
        this.metrics = services.metrics().connections();
        this.beat = Beat.of(services.settings().times());
        this.unanswered = beat.unanswered();
    }

    CompletionStage<?> handle(Session session, Command.Connect command, long readAtNanos) {
        metrics.connectAttempt();
        ConnectAttempt attempt = new ConnectAttempt(
                session.clientId(),
                command.token(),
                command.data(),
                command.name(),
                command.version(),
                command.subs().keySet(),
                session.transport(command.headers()));
        return Later.then(
                session,
                command.id(),
                services.authenticator().authenticate(attempt, services.nanosLeft(readAtNanos)),
                services.executor(),
                authentication -> authenticated(session, command, authentication));
    }

    private CompletionStage<?> authenticated(Session session, Command.Connect command, Authentication authentication) {
        if (authentication instanceof Authentication.Accepted accepted) {
            return admit(session, command, accepted);
        }
        if (authentication instanceof Authentication.Refused refused) {
            fail(session, command.id(), refused.error());
        } else if (authentication instanceof Authentication.Disconnected disconnected) {
            refuse(session, disconnected.disconnect());
        }
        return Commands.DONE;
    }

    private CompletionStage<?> admit(Session session, Command.Connect command, Authentication.Accepted accepted) {
        if (accepted.subscriptions().size() > services.settings().limits().maxChannels()) {
            refuse(session, Disconnect.CHANNEL_LIMIT);
            return Commands.DONE;
        }
        if (!users.enter(accepted.userId())) {
            refuse(session, Disconnect.CONNECTION_LIMIT);
            return Commands.DONE;
        }
        Optional<Duration> life = accepted.expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (life.isPresent() && (life.get().isNegative() || life.get().isZero())) {
            users.leave(accepted.userId());
            fail(session, command.id(), ErrorCode.EXPIRED);
            return Commands.DONE;
        }
        Optional<String> claimedName = command.data().flatMap(ConnectData::name);
        Identity identity =
                Identity.of(accepted, session.clientId(), claimedName, session.lastingTransport(command.headers()));
        CompletionStage<ServerSubscriptions.Outcome> entering =
                accepted.subscriptions().isEmpty()
                        ? NOTHING_TO_SUBSCRIBE
                        : subscriptions.enter(session, identity, accepted.subscriptions(), command.subs());
        return Later.then(session, command.id(), entering, services.executor(), outcome -> {
            if (!entered(session, command, accepted, identity, life, outcome)) {
                // One that did connect is counted down at its end.
                users.leave(accepted.userId());
            }
            return Commands.DONE;
        });
    }

    private boolean entered(
            Session session,
            Command.Connect command,
            Authentication.Accepted accepted,
            Identity identity,
            Optional<Duration> life,
            ServerSubscriptions.Outcome outcome) {
        if (outcome instanceof ServerSubscriptions.Outcome.Refused refused) {
            fail(session, command.id(), refused.error());
            return false;
        }
        if (outcome instanceof ServerSubscriptions.Outcome.Broken broken) {
            refuse(session, broken.disconnect());
            return false;
        }
        ServerSubscriptions.Outcome.Made made = (ServerSubscriptions.Outcome.Made) outcome;
        if (!session.connected(identity, life.map(left -> accepted.refresh()))) {
            ServerSubscriptions.abandon(session, made.entered());
            session.answers().refuse(Disconnect.CONNECTION_CLOSED);
            return false;
        }
        session.answers().reply(command.id(), result(session, accepted, life, made.results()));
        ServerSubscriptions.commit(session, made.entered());
        // After the reply: no ping may precede it.
        session.timer().startBeating(session.kind().answersPings() ? beat : unanswered);
        SessionTimes times = services.settings().times();
        life.ifPresent(left -> Expiry.arm(session, left, accepted.refresh(), times));
        metrics.connectSuccess(accepted.userId());
        return true;
    }

    private Result.Connect result(
            Session session,
            Authentication.Accepted accepted,
            Optional<Duration> life,
            Map<String, Result.Subscribe> subs) {
        boolean expires = life.isPresent() && accepted.refresh() == Refresh.BY_CLIENT;
        SessionTimes times = services.settings().times();
        boolean pings = !session.framePings();
        boolean answered =
                !times.pingInterval().isZero() && !times.pongTimeout().isZero();
        return new Result.Connect(
                session.clientId(),
                services.serverVersion(),
                expires,
                expires ? Expiry.ttl(life.get()) : 0,
                accepted.data(),
                subs,
                pings ? (int) times.pingInterval().toSeconds() : 0,
                pings && answered && !session.kind().isUnidirectional(),
                session.sessionId(),
                session.kind().isEmulated() ? services.nodeId() : "",
                services.settings().tellTime() ? services.clock().millis() : 0);
    }

    private void refuse(Session session, Disconnect disconnect) {
        metrics.connectRejected();
        session.answers().refuse(disconnect);
    }

    private void fail(Session session, int id, ErrorCode error) {
        metrics.connectRejected();
        session.answers().fail(id, error);
    }
}
