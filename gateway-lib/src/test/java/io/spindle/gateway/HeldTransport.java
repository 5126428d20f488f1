package io.spindle.gateway;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.api.transport.ReplyListener;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.redis.Await;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A transport whose test says what becomes of each publication, and when. Thread-safe. */
public final class HeldTransport implements Transport {
    private final Queue<CompletableFuture<Appending>> held = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private boolean acceptAll;

    /** Publications that wait for an answer. */
    public synchronized int count() {
        return held.size();
    }

    /** Data of all publications that were handed over, in order. */
    public synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    public void acceptNext() {
        next().complete(Appending.Appended.INSTANCE);
    }

    public void refuseNext(Refusal refusal) {
        next().complete(new Appending.Refused(refusal));
    }

    /** Accepts what waits and what comes. */
    public void acceptAll() {
        List<CompletableFuture<Appending>> waiting;
        synchronized (this) {
            acceptAll = true;
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(answer -> answer.complete(Appending.Appended.INSTANCE));
    }

    private CompletableFuture<Appending> next() {
        Await.until("a publication", () -> count() > 0);
        synchronized (this) {
            return held.remove();
        }
    }

    /** One worker for all channels. */
    public Router router() {
        return new Router() {
            @Override
            public CompletionStage<Routing> route(String channel, String pool) {
                return CompletableFuture.completedFuture(new Routing.Found("held"));
            }

            @Override
            public CompletionStage<Routing> reroute(String channel, String pool, String over) {
                return route(channel, pool);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Override
    public void start(Supplier<CompletionStage<Void>> downstream, ReplyListener replies) {
        // Its pace is the test's.
    }

    @Override
    public synchronized CompletionStage<Appending> append(String workerId, ClientEvent event, long deadlineNanos) {
        if (!(event instanceof ClientEvent.Message message)) {
            return CompletableFuture.completedFuture(Appending.Appended.INSTANCE);
        }
        taken.add(message.data().asText());
        if (acceptAll) {
            return CompletableFuture.completedFuture(Appending.Appended.INSTANCE);
        }
        CompletableFuture<Appending> answer = new CompletableFuture<>();
        held.add(answer);
        return answer;
    }

    @Override
    public boolean healthy() {
        return true;
    }

    @Override
    public void close() {
        acceptAll();
    }
}
