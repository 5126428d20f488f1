package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.time.Duration;
import java.time.Instant;
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
        if (accepted.expiresAt().isEmpty()) {
            // The expiry that was agreed stays: only a new connection can be without one.
            session.refreshed(identity.refreshed(accepted));
            session.answers().reply(command.id(), new Result.Refresh(false, 0));
            return;
        }
        Duration left = Duration.between(
                Instant.now(services.clock()), accepted.expiresAt().get());
        if (left.isNegative() || left.isZero()) {
            session.answers().fail(command.id(), ErrorCode.EXPIRED);
            return;
        }
        session.refreshed(identity.refreshed(accepted));
        Expiry.arm(session, left, services.settings().times());
        session.answers().reply(command.id(), new Result.Refresh(true, Expiry.ttl(left)));
    }
}
