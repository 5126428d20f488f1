package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.metrics.ConnectionMetrics;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code connect}: authenticates the client, and starts its clocks. Stateless. */
final class ConnectCommand {
    private final SessionServices services;
    private final UserConnections users;
    private final ConnectionMetrics metrics;

    ConnectCommand(SessionServices services, UserConnections users) {
        this.services = services;
        this.users = users;
        this.metrics = services.metrics().connections();
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
            admit(session, command, accepted);
        } else if (authentication instanceof Authentication.Refused refused) {
            fail(session, command.id(), refused.error());
        } else if (authentication instanceof Authentication.Disconnected disconnected) {
            refuse(session, disconnected.disconnect());
        }
        return Commands.DONE;
    }

    private void admit(Session session, Command.Connect command, Authentication.Accepted accepted) {
        if (!users.enter(accepted.userId())) {
            refuse(session, Disconnect.CONNECTION_LIMIT);
        } else if (!accept(session, command, accepted)) {
            // One that did connect is counted down at its end.
            users.leave(accepted.userId());
        }
    }

    private boolean accept(Session session, Command.Connect command, Authentication.Accepted accepted) {
        Optional<Duration> life = accepted.expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (life.isPresent() && (life.get().isNegative() || life.get().isZero())) {
            fail(session, command.id(), ErrorCode.EXPIRED);
            return false;
        }
        Optional<String> claimedName = command.data().flatMap(ConnectData::name);
        Identity identity = Identity.of(accepted, session.clientId(), claimedName, session.transport(Map.of()));
        if (!session.connected(identity, life.isPresent())) {
            session.answers().refuse(Disconnect.CONNECTION_CLOSED);
            return false;
        }
        SessionTimes times = services.settings().times();
        boolean pings = !session.framePings();
        session.answers()
                .reply(
                        command.id(),
                        new Result.Connect(
                                session.clientId(),
                                services.serverVersion(),
                                life.isPresent(),
                                life.map(Expiry::ttl).orElse(0),
                                accepted.data(),
                                Map.of(),
                                pings ? (int) times.pingInterval().toSeconds() : 0,
                                pings && !session.kind().isUnidirectional(),
                                session.sessionId(),
                                session.kind().isEmulated() ? services.nodeId() : "",
                                0));
        // After the reply: no ping may precede it.
        session.timer()
                .startPings(
                        times.pingInterval().toNanos(),
                        session.kind().answersPings() ? times.pongTimeout().toNanos() : 0);
        life.ifPresent(left -> Expiry.arm(session, left, times));
        metrics.connectSuccess(accepted.userId());
        return true;
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
