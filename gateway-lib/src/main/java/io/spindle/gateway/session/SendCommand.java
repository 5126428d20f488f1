package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.rpc.ClientMessages;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code send}: a message that is never answered, with an id or without one. Stateless. */
final class SendCommand {
    private final SessionServices services;

    SendCommand(SessionServices services) {
        this.services = services;
    }

    CompletionStage<?> handle(Session session, Command.Send command, long readAtNanos) {
        Optional<ClientMessages> messages = services.messages();
        if (messages.isEmpty()) {
            // There is no reply that an error could travel in.
            session.disconnect(Disconnect.NOT_AVAILABLE);
            return Commands.DONE;
        }
        return messages.get().received(session.identity().client(), command.data(), services.nanosLeft(readAtNanos));
    }
}
