package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.presence.PresenceEntry;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code presence} and {@code presence_stats}: who is in a channel, and how many. Stateless. */
final class PresenceCommand {
    private static final Logger log = LoggerFactory.getLogger(PresenceCommand.class);

    private final SessionServices services;

    PresenceCommand(SessionServices services) {
        this.services = services;
    }

    CompletionStage<?> handle(Session session, Command.Presence command, long readAtNanos) {
        return decide(
                session,
                command.id(),
                command.channel(),
                readAtNanos,
                () -> services.presence().list(command.channel()).thenApply(PresenceCommand::result));
    }

    CompletionStage<?> handle(Session session, Command.PresenceStats command, long readAtNanos) {
        return decide(
                session,
                command.id(),
                command.channel(),
                readAtNanos,
                () -> services.presence()
                        .stats(command.channel())
                        .thenApply(stats -> new Result.PresenceStats(stats.clients(), stats.users())));
    }

    private CompletionStage<?> decide(
            Session session,
            int id,
            String channel,
            long readAtNanos,
            Supplier<CompletionStage<? extends Result>> read) {
        if (channel.isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        if (!ChannelName.isValid(channel, services.settings().limits().maxChannelBytes())) {
            session.answers().fail(id, ErrorCode.BAD_REQUEST);
            return Commands.DONE;
        }
        ChannelAction action =
                new ChannelAction.Presence(session.subscriptions().get(channel) != null);
        return Later.then(
                session,
                id,
                services.policy().decide(session.identity().client(), channel, action, services.nanosLeft(readAtNanos)),
                services.executor(),
                decision -> decided(session, id, decision, read));
    }

    private static CompletionStage<?> decided(
            Session session, int id, Decision decision, Supplier<CompletionStage<? extends Result>> read) {
        if (decision instanceof Decision.Deny deny) {
            session.answers().fail(id, deny.error());
        } else if (decision instanceof Decision.Close close) {
            session.answers().refuse(close.disconnect());
        } else if (decision instanceof Decision.Allow allow) {
            if (allow.options().presence()) {
                answer(session, id, read.get());
            } else {
                session.answers().fail(id, ErrorCode.NOT_AVAILABLE);
            }
        }
        // Whoever reads the list later is not waited for: order between a read and the next command means nothing.
        return Commands.DONE;
    }

    private static void answer(Session session, int id, CompletionStage<? extends Result> read) {
        read.whenComplete((result, failure) -> {
            if (failure == null) {
                session.answers().reply(id, result);
            } else {
                log.warn("Reading presence failed: client={}", session.clientId(), failure);
                session.answers().fail(id, ErrorCode.INTERNAL);
            }
        });
    }

    private static Result.Presence result(List<PresenceEntry> entries) {
        Map<String, ClientInfo> presence = new HashMap<>();
        for (PresenceEntry entry : entries) {
            presence.put(entry.clientId(), entry.info());
        }
        return new Result.Presence(presence);
    }
}
