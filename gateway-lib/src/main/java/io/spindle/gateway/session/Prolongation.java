package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import java.time.Duration;
import java.time.Instant;

/** Asks at the expiry of connections that the gateway refreshes whether they may live on. Stateless. */
final class Prolongation {
    /** How long a connection lives on when nobody could be asked. */
    private static final Duration UNASKED = Duration.ofSeconds(60);

    private final SessionServices services;

    Prolongation(SessionServices services) {
        this.services = services;
    }

    void ask(Session session) {
        SessionTimes times = services.settings().times();
        services.authenticator()
                .prolong(session.identity().client(), times.commandTimeout().toNanos())
                .thenAcceptAsync(
                        answer -> session.execute(() -> {
                            answered(session, answer);
                            return Commands.DONE;
                        }),
                        services.executor());
    }

    private void answered(Session session, Authentication answer) {
        if (answer instanceof Authentication.Accepted accepted
                && accepted.expiresAt().isPresent()) {
            Duration left = Duration.between(
                    Instant.now(services.clock()), accepted.expiresAt().get());
            if (!left.isNegative() && !left.isZero()) {
                session.refreshed(session.identity().refreshed(accepted));
                arm(session, left);
                return;
            }
        }
        if (answer instanceof Authentication.Refused refused && refused.error().temporary()) {
            arm(session, UNASKED);
        } else {
            session.disconnect(Disconnect.EXPIRED);
        }
    }

    private void arm(Session session, Duration left) {
        Expiry.arm(session, left, Refresh.BY_GATEWAY, services.settings().times());
    }
}
