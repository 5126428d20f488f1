package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.redis.RedisFailure;
import io.spindle.gateway.routing.WorkerList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into one worker's stream: one batch under way, the next one collecting.
 *
 * <p>{@link #append} on any thread; all else is confined to the transport's thread.
 */
final class WorkerStream {
    private static final Logger log = LoggerFactory.getLogger(WorkerStream.class);
    private static final long RETRY_MILLIS = 50;
    private static final long LONGEST_UNKNOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String workerId;
    private final StreamKeys keys;
    private final AppendLoop loop;
    private final StreamQueue queue;
    private final HeldChannels held = new HeldChannels();
    private @Nullable Batch batch;
    private boolean waitsForRoom;
    private boolean timerSet;
    private boolean managed;
    private long lastLeftNanos;

    WorkerStream(String workerId, AppendLoop loop) {
        this.workerId = workerId;
        this.keys = StreamKeys.of(workerId, loop.senderId());
        this.loop = loop;
        this.queue = new StreamQueue(loop.settings());
        this.lastLeftNanos = System.nanoTime() - loop.batchIntervalNanos();
    }

    /** False if this stream is not used any more. */
    boolean append(PendingAppend event) {
        switch (queue.add(event)) {
            case RETIRED -> {
                return false;
            }
            case REFUSED -> event.refuse(Refusal.BACKLOG_FULL);
            case WAKE -> loop.execute(this::pump);
            case QUEUED -> {}
        }
        return true;
    }

    boolean retireIfIdle() {
        return held.isEmpty() && queue.retireIfIdle();
    }

    boolean isIdle() {
        return held.isEmpty() && queue.isIdle();
    }

    /** Sends the next batch if it is time. Called whenever that may have become so; once too often does no harm. */
    private void pump() {
        if (batch != null || waitsForRoom || (held.isEmpty() && queue.goIdle())) {
            return;
        }
        loop.ensureTicking();
        long now = System.nanoTime();
        long pause = loop.batchIntervalNanos() - (now - lastLeftNanos);
        if (pause > 0 && queue.pace()) {
            pumpAfter(pause);
            return;
        }
        CompletableFuture<Void> room = loop.downstream();
        if (!room.isDone()) {
            waitsForRoom = true;
            room.whenComplete((done, failure) -> loop.execute(this::roomMade));
            return;
        }
        List<PendingAppend> events = new ArrayList<>();
        held.takeBatch(events, loop.settings().maxBatchEvents(), loop.settings().maxBatchBytes(), now);
        queue.takeBatch(events, held);
        if (events.isEmpty()) {
            // Only held channels are left: they have their time, and whatever comes for others wakes this at once.
            if (queue.goIdle()) {
                pumpAfter(held.nanosToRetry(now));
            } else {
                loop.execute(this::pump);
            }
            return;
        }
        send(new Batch(loop.nextBatchNumber(), events));
    }

    private void pumpAfter(long nanos) {
        if (!timerSet) {
            timerSet = true;
            loop.schedule(this::timerRang, nanos);
        }
    }

    private void timerRang() {
        timerSet = false;
        pump();
    }

    private void roomMade() {
        waitsForRoom = false;
        pump();
    }

    private void send(Batch sent) {
        batch = sent;
        long now = System.nanoTime();
        lastLeftNanos = now;
        if (loop.isMemoryFull()) {
            sent.failed(true, Refusal.BACKLOG_FULL);
            refuseFull(sent, Set.of());
            return;
        }
        sent.sent(now);
        boolean oldStyle = !managed && loop.isOldStyle(workerId);
        loop.script()
                .run(keys, sent, oldStyle)
                .whenComplete((answer, failure) -> loop.execute(() -> answered(sent, answer, failure)));
    }

    private void sendAgain(Batch sent) {
        if (batch != sent || sent.isUnderWay()) {
            return;
        }
        queue.release(sent.dropAnswered());
        if (sent.events().isEmpty()) {
            next();
        } else {
            send(sent);
        }
    }

    private void answered(Batch sent, @Nullable AppendAnswer answer, @Nullable Throwable failure) {
        if (batch != sent) {
            return; // given up
        }
        if (answer == null) {
            failed(sent, failure == null ? RedisFailure.NO_ANSWER : RedisFailure.of(failure));
            return;
        }
        switch (answer.outcome()) {
            case APPENDED, DUPLICATE -> finish(sent, Appending.Appended.INSTANCE);
            case SEALED -> retry(sent, true, Refusal.SEALED);
            case GONE -> over(sent);
            case UNKNOWN -> askWho(sent);
            case MANAGED -> {
                managed = true;
                sent.failed(true, Refusal.DEADLINE);
                send(sent);
            }
            case FULL, CHANNELS_FULL -> {
                sent.failed(true, Refusal.BACKLOG_FULL);
                refuseFull(sent, answer.fullChannels());
            }
        }
    }

    private void failed(Batch sent, RedisFailure failure) {
        switch (failure) {
            case NO_ANSWER -> retry(sent, false, Refusal.UNKNOWN_OUTCOME);
            case NOT_SENT, NOT_READY -> retry(sent, true, Refusal.REDIS_ERROR);
            case OUT_OF_MEMORY -> {
                sent.failed(true, Refusal.BACKLOG_FULL);
                refuseFull(sent, Set.of());
            }
            case REFUSED -> {
                log.error("Redis refuses to append: stream={}", keys.stream());
                finish(sent, new Appending.Refused(Refusal.REDIS_ERROR));
            }
        }
    }

    private void retry(Batch sent, boolean certainlyNotAppended, Refusal refusal) {
        sent.failed(certainlyNotAppended, refusal);
        loop.schedule(() -> sendAgain(sent), TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
    }

    /** The script knows no such worker, and neither did we: only the list of workers, read now, can tell. */
    private void askWho(Batch sent) {
        sent.failed(true, Refusal.NO_WORKER);
        loop.freshWorkers()
                .whenComplete((list, failure) -> loop.execute(() -> {
                    if (batch == sent) {
                        told(sent, list);
                    }
                }));
    }

    private void told(Batch sent, @Nullable WorkerList list) {
        if (list == null) {
            retry(sent, true, Refusal.REDIS_ERROR);
        } else if (!list.isKnown(workerId)) {
            over(sent);
        } else if (list.isOldStyle(workerId)) {
            managed = false;
            sendAgain(sent);
        } else {
            // Registered, but its state is not there yet, or was lost: its owner will put that right.
            retry(sent, true, Refusal.NO_WORKER);
        }
    }

    /** @param names the channels that have no room; empty: the whole stream has none */
    private void refuseFull(Batch sent, Set<String> names) {
        long now = System.nanoTime();
        Refusal refusal = names.isEmpty() ? Refusal.BACKLOG_FULL : Refusal.CHANNEL_FULL;
        List<PendingAppend> refused = sent.takeOut(event -> names.isEmpty() || names.contains(event.channel()));
        List<PendingAppend> gone = new ArrayList<>(refused.size());
        for (PendingAppend event : refused) {
            if (event.isPresence() && !event.isDone()) {
                held.hold(event, now);
            } else {
                event.refuse(refusal);
                gone.add(event);
            }
        }
        queue.release(gone);
        if (sent.events().isEmpty()) {
            next();
        } else {
            send(sent); // a part of the batch, in the same order: the number stays
        }
    }

    private void finish(Batch done, Appending outcome) {
        queue.release(done.events());
        done.settle(outcome);
        next();
    }

    /** The worker is over: all that waits needs another, in the order in which it came. */
    private void over(Batch sent) {
        List<PendingAppend> all = new ArrayList<>(sent.events());
        all.addAll(held.takeAll());
        all.addAll(queue.takeAll());
        queue.release(all);
        all.forEach(event -> event.settle(Appending.WorkerOver.INSTANCE));
        managed = false;
        next();
    }

    private void next() {
        batch = null;
        pump();
    }

    /** Answers what can't wait any longer. */
    void expire(long nowNanos) {
        List<PendingAppend> expired = held.takeExpired(nowNanos);
        queue.takeExpired(nowNanos, expired::add);
        if (!expired.isEmpty()) {
            queue.release(expired);
            expired.forEach(event -> event.refuse(Refusal.DEADLINE));
        }
        Batch current = batch;
        if (current != null) {
            current.expire(nowNanos);
            if (current.isSpent(nowNanos, LONGEST_UNKNOWN_NANOS)) {
                abandon(current);
            }
        }
    }

    /** The transport is closed, and has waited long enough. */
    void abandonAll() {
        expire(System.nanoTime());
        List<PendingAppend> left = queue.takeAll();
        left.addAll(held.takeAll());
        queue.release(left);
        left.forEach(event -> event.refuse(Refusal.DEADLINE));
        if (batch != null) {
            abandon(batch);
        }
    }

    private void abandon(Batch current) {
        queue.release(current.events());
        current.abandon();
        next();
    }
}
