package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.util.concurrent.CompletionStage;

/** {@code unsubscribe}: succeeds also where there is nothing to end; SDKs can't do with an error here. Stateless. */
final class UnsubscribeCommand {
    private final Membership membership;

    UnsubscribeCommand(Membership membership) {
        this.membership = membership;
    }

    CompletionStage<?> handle(Session session, Command.Unsubscribe command) {
        if (command.channel().isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        Subscription subscription = session.subscriptions().remove(command.channel());
        if (subscription == null) {
            session.answers().reply(command.id(), new Result.Unsubscribe());
        } else {
            // The reply ends the pushes of the channel; the leave that follows is for the others.
            session.answers().unsubscribed(command.id(), subscription);
            membership.ended(session, subscription);
        }
        return Commands.DONE;
    }
}
