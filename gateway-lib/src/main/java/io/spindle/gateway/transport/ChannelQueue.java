package io.spindle.gateway.transport;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Routing;
import io.spindle.gateway.api.transport.Appending;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of one channel's events. It exists while any of them is under way. As long as the route is known and stays,
 * events pass straight to the transport, which keeps their order; else they wait here, and none passes those that wait.
 *
 * <p>One lock, held for a few instructions; router, transport and senders are called outside. In every phase but
 * {@link Phase#FLOWING} one party alone has the next step: who asks, who drains, or the last answer that is awaited.
 */
final class ChannelQueue {
    private static final Logger log = LoggerFactory.getLogger(ChannelQueue.class);
    private static final long RETRY_MILLIS = 100;

    private enum Phase {
        /** Nothing waits. */
        FLOWING,
        /** The router is being asked, or soon again. */
        ASKING,
        /** What waits is being handed to the transport. */
        DRAINING,
        /** The route changes: what is under way to the old worker has to be answered first. */
        AWAITING_ANSWERS,
        /** Nothing is under way or waits: another object takes the channel's next event. */
        RETIRED
    }

    private enum Step {
        PASS,
        ASK,
        WAIT,
        REFUSE
    }

    private final String channel;
    private final EventDispatcher dispatcher;
    private final WaitingEvents waiting = new WaitingEvents();
    private Phase phase = Phase.FLOWING;
    /** The worker of what is under way. */
    private String worker = "";

    private int underWay;
    /** The worker whose events came back; null once another one is found. */
    private @Nullable String over;

    ChannelQueue(String channel, EventDispatcher dispatcher) {
        this.channel = channel;
        this.dispatcher = dispatcher;
    }

    String channel() {
        return channel;
    }

    /** False if this queue is not used any more. */
    boolean accept(Dispatch dispatch) {
        CompletableFuture<Routing> route =
                dispatcher.router().route(channel, dispatch.pool()).toCompletableFuture();
        @Nullable String known = knownWorker(route);
        Step step;
        synchronized (this) {
            if (phase == Phase.RETIRED) {
                return false;
            }
            step = decide(dispatch, known);
        }
        switch (step) {
            case PASS -> send(dispatch, known == null ? "" : known);
            case ASK -> {
                dispatcher.watch(this);
                route.whenComplete((routing, failure) -> routed(routing, dispatch.pool(), null));
            }
            case WAIT -> dispatcher.watch(this);
            case REFUSE -> {
                retireIfUnused();
                dispatch.complete(new Appending.Refused(Refusal.BACKLOG_FULL));
            }
        }
        return true;
    }

    private Step decide(Dispatch dispatch, @Nullable String known) {
        boolean flowing = phase == Phase.FLOWING;
        if (flowing && known != null && (underWay == 0 || known.equals(worker))) {
            worker = known;
            underWay++;
            return Step.PASS;
        }
        if (!dispatcher.reserve(dispatch)) {
            return Step.REFUSE;
        }
        waiting.add(dispatch);
        if (!flowing) {
            return Step.WAIT;
        }
        phase = known == null ? Phase.ASKING : Phase.AWAITING_ANSWERS;
        return known == null ? Step.ASK : Step.WAIT;
    }

    private static @Nullable String knownWorker(CompletableFuture<Routing> route) {
        boolean answered = route.isDone() && !route.isCompletedExceptionally();
        return answered && route.join() instanceof Routing.Found found ? found.workerId() : null;
    }

    private void send(Dispatch dispatch, String workerId) {
        CompletionStage<Appending> stage;
        try {
            stage = dispatcher.transport().append(workerId, dispatch.event(), dispatch.deadlineNanos());
        } catch (RuntimeException e) {
            log.error("The transport failed: worker={}", workerId, e);
            stage = CompletableFuture.completedFuture(new Appending.Refused(Refusal.REDIS_ERROR));
        }
        stage.whenComplete((appending, failure) -> answered(dispatch, workerId, appending));
    }

    private void answered(Dispatch dispatch, String sentTo, @Nullable Appending appending) {
        boolean comesBack = appending instanceof Appending.WorkerOver;
        if (comesBack) {
            dispatcher.reserveReturned(dispatch);
        }
        boolean ask;
        boolean unused;
        synchronized (this) {
            underWay--;
            if (comesBack) {
                waiting.addReturned(dispatch);
                over = sentTo;
                phase = phase == Phase.FLOWING ? Phase.AWAITING_ANSWERS : phase;
            }
            ask = underWay == 0 && phase == Phase.AWAITING_ANSWERS;
            if (ask) {
                phase = Phase.ASKING;
            }
            unused = retire();
        }
        if (unused) {
            dispatcher.forget(this);
        }
        if (comesBack) {
            dispatcher.watch(this);
        } else {
            dispatch.complete(appending != null ? appending : new Appending.Refused(Refusal.REDIS_ERROR));
        }
        if (ask) {
            ask();
        }
    }

    private void ask() {
        @Nullable String replaced;
        @Nullable Dispatch first;
        synchronized (this) {
            replaced = over;
            first = waiting.peek();
            if (first == null) {
                phase = Phase.FLOWING;
                over = null;
            }
        }
        if (first == null) {
            retireIfUnused();
            return;
        }
        String pool = first.pool();
        CompletionStage<Routing> route = replaced == null
                ? dispatcher.router().route(channel, pool)
                : dispatcher.router().reroute(channel, pool, replaced);
        route.whenComplete((routing, failure) -> routed(routing, pool, replaced));
    }

    /** @param replaced the worker that the router was asked to replace, if so */
    private void routed(@Nullable Routing routing, String pool, @Nullable String replaced) {
        if (!(routing instanceof Routing.Found found)) {
            Refusal refusal = routing instanceof Routing.Unroutable none ? none.refusal() : Refusal.REDIS_ERROR;
            unroutable(pool, refusal);
            return;
        }
        boolean askAgain = false;
        synchronized (this) {
            boolean stale = over != null && !over.equals(replaced);
            boolean moves = underWay > 0 && !found.workerId().equals(worker);
            if (stale || moves) {
                askAgain = underWay == 0;
                phase = askAgain ? Phase.ASKING : Phase.AWAITING_ANSWERS;
            } else if (found.workerId().equals(over)) {
                // The transport says it is over, the router that it is there: one of them knows more in a moment.
                dispatcher.later(this::ask, RETRY_MILLIS);
            } else {
                over = null;
                worker = found.workerId();
                phase = Phase.DRAINING;
            }
            if (phase != Phase.DRAINING && !askAgain) {
                return;
            }
        }
        if (askAgain) {
            ask();
        } else {
            drain(found.workerId());
        }
    }

    private void unroutable(String pool, Refusal refusal) {
        // A store that is away comes back: joins and leaves have time to wait for it.
        boolean presenceWaits = refusal == Refusal.REDIS_ERROR;
        List<Dispatch> refused;
        boolean othersWait;
        synchronized (this) {
            refused =
                    waiting.take(dispatch -> dispatch.pool().equals(pool) && !(presenceWaits && dispatch.isPresence()));
            othersWait = !waiting.isEmpty();
            if (!othersWait) {
                phase = Phase.FLOWING;
                over = null;
            }
        }
        refuse(refused, refusal);
        if (!othersWait) {
            retireIfUnused();
        } else if (presenceWaits) {
            dispatcher.later(this::ask, RETRY_MILLIS);
        } else {
            ask();
        }
    }

    private void drain(String workerId) {
        boolean ask = false;
        while (true) {
            Dispatch next;
            synchronized (this) {
                if (over != null) {
                    ask = underWay == 0;
                    phase = ask ? Phase.ASKING : Phase.AWAITING_ANSWERS;
                    break;
                }
                next = waiting.poll();
                if (next == null) {
                    phase = Phase.FLOWING;
                    break;
                }
                underWay++;
            }
            dispatcher.release(next);
            send(next, workerId);
        }
        retireIfUnused();
        if (ask) {
            ask();
        }
    }

    /** Refuses what can't wait any longer; false if nothing waits. */
    boolean expire(long nowNanos) {
        List<Dispatch> expired;
        boolean more;
        synchronized (this) {
            expired = waiting.take(dispatch -> dispatch.isExpired(nowNanos));
            more = !waiting.isEmpty();
        }
        refuse(expired, Refusal.DEADLINE);
        return more;
    }

    private void refuse(List<Dispatch> dispatches, Refusal refusal) {
        for (Dispatch dispatch : dispatches) {
            dispatcher.release(dispatch);
            dispatch.complete(new Appending.Refused(refusal));
        }
    }

    private void retireIfUnused() {
        boolean unused;
        synchronized (this) {
            unused = retire();
        }
        if (unused) {
            dispatcher.forget(this);
        }
    }

    private boolean retire() {
        boolean unused = phase == Phase.FLOWING && underWay == 0;
        phase = unused ? Phase.RETIRED : phase;
        return unused;
    }
}
