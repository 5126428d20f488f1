package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a command to the class that knows its method. Rules that hold for all commands are checked here: what may come
 * before connect, pongs, ids. Stateless.
 */
final class Commands {
    /** The serial part of a command is over. */
    static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final ConnectCommand connect;
    private final SubscribeCommand subscribe;
    private final UnsubscribeCommand unsubscribe;
    private final PublishCommand publish;
    private final PresenceCommand presence;
    private final HistoryCommand history;
    private final RefreshCommand refresh;
    private final RpcCommand rpc;
    private final SendCommand send;
    private final SubRefreshCommand subRefresh;

    Commands(SessionServices services, Subscribing subscribing, ConnectCommand connect) {
        this.connect = connect;
        this.subscribe = new SubscribeCommand(services, subscribing);
        this.unsubscribe = new UnsubscribeCommand();
        this.publish = new PublishCommand(services);
        this.presence = new PresenceCommand(services);
        this.history = new HistoryCommand(services);
        this.refresh = new RefreshCommand(services);
        this.rpc = new RpcCommand(services);
        this.send = new SendCommand(services);
        this.subRefresh = new SubRefreshCommand(services);
    }

    CompletionStage<?> handle(Session session, Command command, long readAtNanos) {
        if (session.isConnecting()) {
            return connecting(session, command, readAtNanos);
        }
        if (command instanceof Command.Send message) {
            return send.handle(session, message, readAtNanos);
        }
        if (command.id() == 0) {
            if (session.framePings() || !session.timer().pong()) {
                session.disconnect(Disconnect.BAD_REQUEST);
            }
            return DONE;
        }
        return answered(session, command, () -> connected(session, command, readAtNanos));
    }

    /** Handles a command that is to be answered; if handling it throws, that is the answer. */
    private static CompletionStage<?> answered(
            Session session, Command command, Supplier<CompletionStage<?>> handling) {
        if (!session.answers().asked()) {
            return DONE;
        }
        try {
            return handling.get();
        } catch (RuntimeException e) {
            log.error("Command failed: method={} client={}", method(command), session.clientId(), e);
            session.answers().fail(command.id(), ErrorCode.INTERNAL);
            return DONE;
        }
    }

    private CompletionStage<?> connecting(Session session, Command command, long readAtNanos) {
        if (!(command instanceof Command.Connect request) || request.id() == 0) {
            session.disconnect(Disconnect.BAD_REQUEST);
            return DONE;
        }
        return answered(session, command, () -> connect.handle(session, request, readAtNanos));
    }

    private CompletionStage<?> connected(Session session, Command command, long readAtNanos) {
        if (command instanceof Command.Publish request) {
            return publish.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.Subscribe request) {
            return subscribe.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.Unsubscribe request) {
            return unsubscribe.handle(session, request);
        }
        if (command instanceof Command.Presence request) {
            return presence.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.PresenceStats request) {
            return presence.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.History request) {
            return history.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.SubRefresh request) {
            return subRefresh.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.Refresh request) {
            return refresh.handle(session, request, readAtNanos);
        }
        if (command instanceof Command.Rpc request) {
            return rpc.handle(session, request, readAtNanos);
        }
        // A second connect, the unusable ping, or nothing known.
        session.answers().refuse(Disconnect.BAD_REQUEST);
        return DONE;
    }

    private static String method(Command command) {
        return command.getClass().getSimpleName();
    }
}
