package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.util.concurrent.CompletionStage;

/** {@code unsubscribe}: succeeds also where there is nothing to end; SDKs can't do with an error here. Stateless. */
final class UnsubscribeCommand {
    CompletionStage<?> handle(Session session, Command.Unsubscribe command) {
        if (command.channel().isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        Subscription subscription = session.subscriptions().remove(command.channel());
        if (subscription != null) {
            // Before the reply: whoever has it finds itself in the channel no more, wherever it looks.
            session.channels().ended(subscription);
        }
        session.answers().reply(command.id(), new Result.Unsubscribe());
        return Commands.DONE;
    }
}
