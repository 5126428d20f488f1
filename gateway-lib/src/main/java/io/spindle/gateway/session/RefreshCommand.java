package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code refresh}: a new token prolongs an expiring connection. Stateless. */
final class RefreshCommand {
    private final SessionServices services;

    RefreshCommand(SessionServices services) {
        this.services = services;
    }

    CompletionStage<?> handle(Session session, Command.Refresh command, long readAtNanos) {
        if (command.token().isEmpty() || !session.isRefreshable()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        return Later.then(
                session,
                command.id(),
                services.authenticator()
                        .refresh(session.identity().client(), command.token(), services.nanosLeft(readAtNanos)),
                services.executor(),
                authentication -> authenticated(session, command, authentication));
    }

    private CompletionStage<?> authenticated(Session session, Command.Refresh command, Authentication authentication) {
        if (authentication instanceof Authentication.Accepted accepted) {
            accept(session, command, accepted);
        } else if (authentication instanceof Authentication.Refused refused) {
            session.answers().fail(command.id(), refused.error());
        } else if (authentication instanceof Authentication.Disconnected disconnected) {
            session.answers().refuse(disconnected.disconnect());
        }
        return Commands.DONE;
    }

    private void accept(Session session, Command.Refresh command, Authentication.Accepted accepted) {
        Identity identity = session.identity();
        if (!accepted.userId().equals(identity.client().userId())) {
            session.answers().refuse(Disconnect.INVALID_TOKEN);
            return;
        }
        Optional<Duration> left = accepted.expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (left.isPresent() && (left.get().isNegative() || left.get().isZero())) {
            session.answers().fail(command.id(), ErrorCode.EXPIRED);
            return;
        }
        if (!session.subscriptions().matchToken(accepted.subscriptions())) {
            // The client connects anew with this token, and gets them.
            session.answers().refuse(Disconnect.INSUFFICIENT_STATE);
            return;
        }
        session.refreshed(identity.refreshed(accepted));
        // Without an expiry the one that was agreed stays: only a new connection can be without.
        left.ifPresent(life ->
                Expiry.arm(session, life, Refresh.BY_CLIENT, services.settings().times()));
        session.answers()
                .reply(
                        command.id(),
                        new Result.Refresh(
                                left.isPresent(), left.map(Expiry::ttl).orElse(0)));
    }
}
