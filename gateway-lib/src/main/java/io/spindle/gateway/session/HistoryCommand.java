package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code history}: what a channel keeps of its publications. Stateless. */
final class HistoryCommand {
    private static final Logger log = LoggerFactory.getLogger(HistoryCommand.class);

    private final SessionServices services;
    private final int maxPublications;

    HistoryCommand(SessionServices services) {
        this.services = services;
        this.maxPublications = services.settings().limits().maxHistoryPublications();
    }

    CompletionStage<?> handle(Session session, Command.History command, long readAtNanos) {
        String channel = command.channel();
        if (channel.isEmpty()) {
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        if (!ChannelName.isValid(channel, services.settings().limits().maxChannelBytes())) {
            session.answers().fail(command.id(), ErrorCode.BAD_REQUEST);
            return Commands.DONE;
        }
        ChannelAction action = new ChannelAction.History(session.subscriptions().get(channel) != null);
        return Later.then(
                session,
                command.id(),
                services.policy().decide(session.identity().client(), channel, action, services.nanosLeft(readAtNanos)),
                services.executor(),
                decision -> decided(session, command, decision));
    }

    private CompletionStage<?> decided(Session session, Command.History command, Decision decision) {
        if (decision instanceof Decision.Deny deny) {
            session.answers().fail(command.id(), deny.error());
        } else if (decision instanceof Decision.Close close) {
            session.answers().refuse(close.disconnect());
        } else if (decision instanceof Decision.Allow allow) {
            if (allow.options().history().isKept()) {
                read(session, command, allow);
            } else {
                session.answers().fail(command.id(), ErrorCode.NOT_AVAILABLE);
            }
        }
        // The read is not waited for: order between it and the next command means nothing.
        return Commands.DONE;
    }

    private void read(Session session, Command.History command, Decision.Allow allow) {
        Optional<StreamPosition> since = command.since();
        if (command.reverse() && since.isPresent() && since.get().offset() == 0) {
            session.answers().fail(command.id(), ErrorCode.BAD_REQUEST);
            return;
        }
        HistoryQuery query = new HistoryQuery(
                limit(command.limit()),
                since.map(position -> OptionalLong.of(position.offset())).orElse(OptionalLong.empty()),
                command.reverse());
        services.broker()
                .history(command.channel(), query, allow.options().history())
                .whenComplete((page, failure) -> {
                    if (failure == null) {
                        answer(session, command, page);
                    } else {
                        log.warn("Reading history failed: channel={}", command.channel(), failure);
                        session.answers().fail(command.id(), ErrorCode.INTERNAL);
                    }
                });
    }

    private int limit(int asked) {
        if (maxPublications == 0) {
            return asked;
        }
        return asked < 0 || asked > maxPublications ? maxPublications : asked;
    }

    private static void answer(Session session, Command.History command, HistoryPage page) {
        String epoch = command.since().map(StreamPosition::epoch).orElse("");
        if (!epoch.isEmpty() && !epoch.equals(page.top().epoch())) {
            session.answers().fail(command.id(), ErrorCode.UNRECOVERABLE_POSITION);
        } else {
            session.answers().reply(command.id(), new Result.History(page.publications(), page.top()));
        }
    }
}
