package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.rpc.RpcOutcome;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remote calls whose method is written {@code method@channel}: the channel's worker answers them. The policy is asked as
 * for a publication, and the call keeps its place among those of its connection. Stateless.
 */
final class WorkerRpc {
    private static final Logger log = LoggerFactory.getLogger(WorkerRpc.class);
    private static final CompletionStage<RpcOutcome> NO_WORKER =
            CompletableFuture.completedStage(RpcOutcome.NOT_AVAILABLE);

    private final SessionServices services;
    private final int maxChannelBytes;
    private final long timeoutNanos;

    WorkerRpc(SessionServices services) {
        this.services = services;
        this.maxChannelBytes = services.settings().limits().maxChannelBytes();
        this.timeoutNanos = services.settings().times().commandTimeout().toNanos();
    }

    /** What a call asks of which channel's worker. */
    record Call(String method, String channel, Payload data, long readAtNanos) {}

    /**
     * Takes a call to its worker.
     *
     * @param id of the command
     * @param answered given the outcome's stage as soon as the call is on its way, or known to go nowhere
     * @return complete when the serial part is over
     */
    CompletionStage<?> handle(Session session, int id, Call call, Consumer<CompletionStage<RpcOutcome>> answered) {
        if (call.method().isEmpty() || !isChannel(call.channel())) {
            answered.accept(CompletableFuture.completedStage(
                    call.method().isEmpty() ? RpcOutcome.METHOD_NOT_FOUND : RpcOutcome.INVALID_CHANNEL));
            return Commands.DONE;
        }
        boolean subscribed = session.subscriptions().get(call.channel()) != null;
        ChannelAction action = new ChannelAction.Call(call.method(), call.data(), subscribed);
        return Later.then(
                session,
                id,
                services.policy()
                        .decide(
                                session.identity().client(),
                                call.channel(),
                                action,
                                services.nanosLeft(call.readAtNanos())),
                services.executor(),
                decision -> {
                    answered.accept(decided(session, call, decision));
                    return Commands.DONE;
                });
    }

    private boolean isChannel(String channel) {
        return !channel.isEmpty() && ChannelName.isValid(channel, maxChannelBytes);
    }

    private CompletionStage<RpcOutcome> decided(Session session, Call call, Decision decision) {
        if (decision instanceof Decision.Allow allow) {
            ChannelOptions options = allow.options();
            return options.delivery() == Delivery.NONE ? NO_WORKER : dispatch(session, call, options.workerPool());
        }
        if (decision instanceof Decision.Deny deny) {
            log.debug("Rpc refused: client={} reason={} {}", session.clientId(), deny.reason(), deny.explanation());
            return CompletableFuture.completedStage(RpcOutcome.denied(deny));
        }
        return CompletableFuture.completedStage(RpcOutcome.denied((Decision.Close) decision));
    }

    private CompletionStage<RpcOutcome> dispatch(Session session, Call call, String pool) {
        ClientEvent.Rpc event = new ClientEvent.Rpc(
                EventId.next(),
                Instant.now(services.clock()),
                call.channel(),
                session.identity().source(),
                call.method(),
                call.data());
        long deadlineNanos = call.readAtNanos() + timeoutNanos;
        return services.workerCalls()
                .call(
                        event.id(),
                        () -> services.workers().dispatch(event, pool, deadlineNanos),
                        services.nanosLeft(call.readAtNanos()));
    }
}
