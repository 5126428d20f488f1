package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.metrics.WorkerMetrics;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt as its handler sees it. Takes one answer, and none once the attempt is over. Thread-safe. */
final class Delivery implements EventContext {
    private final String workerId;
    private final Attempt attempt;
    private final ReplyListener replies;
    private final WorkerMetrics metrics;
    private final AtomicBoolean mayAnswer;

    Delivery(String workerId, Attempt attempt, ReplyListener replies, WorkerMetrics metrics) {
        this.workerId = workerId;
        this.attempt = attempt;
        this.replies = replies;
        this.metrics = metrics;
        this.mayAnswer = new AtomicBoolean(attempt.event() instanceof ClientEvent.Rpc);
    }

    @Override
    public String workerId() {
        return workerId;
    }

    @Override
    public int attempt() {
        return attempt.number();
    }

    @Override
    public boolean answer(RpcAnswer answer) {
        boolean taken = end() && replies.onReply(attempt.event().id(), answer);
        if (!taken) {
            metrics.replyRefused();
        }
        return taken;
    }

    /** The handler returned in time: what it did not answer is answered with no data. */
    void succeeded() {
        if (end() && !replies.onReply(attempt.event().id(), RpcAnswer.Done.NOTHING)) {
            metrics.replyRefused();
        }
    }

    /** Whatever this attempt still answers is refused. Returns whether it could have answered. */
    boolean end() {
        return mayAnswer.compareAndSet(true, false);
    }
}
