package io.spindle.gateway.rpc;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.guard.CallGuard;
import io.spindle.gateway.guard.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remote calls that workers answer: which are open, by the id of their event, each until its answer comes or its time is
 * over. Thread-safe.
 */
public final class WorkerCalls implements ReplyListener, NonBlocking {
    private final ConcurrentHashMap<String, CompletableFuture<RpcOutcome>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int maxOpen;
    private final CallGuard<RpcOutcome> guard;

    /**
     * No calls yet.
     *
     * @param maxOpen calls that wait for their answers; at the bound one more is refused
     * @param scheduler for deadlines
     */
    public WorkerCalls(int maxOpen, ScheduledExecutorService scheduler) {
        this.maxOpen = maxOpen;
        // What is guarded is the worker behind its stream; handing the call over never blocks.
        this.guard =
                new CallGuard<>(this, "the worker of a remote call", Runnable::run, scheduler, RpcOutcome.NO_REPLY);
    }

    /**
     * Has a call taken to its worker, and waits for the answer.
     *
     * @param append takes the event there; called at once, on this thread
     * @param timeoutNanos what is left of the command's time
     * @return never fails, and is complete in time
     */
    public CompletionStage<RpcOutcome> call(
            String eventId, Supplier<CompletionStage<Appending>> append, long timeoutNanos) {
        return guard.ask(() -> begin(eventId, append), timeoutNanos).whenComplete((outcome, failure) -> take(eventId));
    }

    private CompletionStage<RpcOutcome> begin(String eventId, Supplier<CompletionStage<Appending>> append) {
        CompletableFuture<RpcOutcome> answer = new CompletableFuture<>();
        if (count.incrementAndGet() > maxOpen) {
            count.decrementAndGet();
            return CompletableFuture.completedFuture(RpcOutcome.refused(Refusal.BACKLOG_FULL));
        }
        open.put(eventId, answer);
        append.get().whenComplete((appending, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else if (appending instanceof Appending.Refused refused) {
                answer.complete(RpcOutcome.refused(refused.refusal()));
            } else if (appending instanceof Appending.Unknown) {
                answer.complete(RpcOutcome.refused(Refusal.UNKNOWN_OUTCOME));
            }
        });
        return answer;
    }

    @Override
    public boolean onReply(String eventId, RpcAnswer answer) {
        CompletableFuture<RpcOutcome> waiting = take(eventId);
        if (waiting == null) {
            return false;
        }
        try {
            return waiting.complete(RpcOutcome.answered(answer));
        } catch (RuntimeException malformed) {
            return waiting.completeExceptionally(malformed);
        }
    }

    private @Nullable CompletableFuture<RpcOutcome> take(String eventId) {
        CompletableFuture<RpcOutcome> taken = open.remove(eventId);
        if (taken != null) {
            count.decrementAndGet();
        }
        return taken;
    }
}
