package io.spindle.gateway.broker.memory;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One channel's stream, and the order in which nodes hear of it.
 *
 * <p>Appending and queueing are one step under this object's monitor; nodes are called outside it, by one thread at a
 * time. Who finds nobody at it hands over his own publication at once, and then what others have put into the queue
 * meanwhile; they go on without waiting, and are answered when it is done. So a channel with one publisher at a time pays
 * nothing for the order but the monitor.
 */
final class ChannelStream {
    /** What may wait for a node that is slower than the publishers; beyond, publishing fails. */
    static final int MAX_WAITING_BYTES = 16 << 20;

    /** What one publisher hands over for others before it is an executor's turn, so that its own client is served too. */
    private static final int SHARE = 256;

    private static final int OVERHEAD_BYTES = 128;

    private final String channel;
    private final Nodes nodes;
    private final LongSupplier nanoTime;
    private final Stream stream;
    private @Nullable ArrayDeque<Waiting> waiting;
    private int waitingBytes;
    private boolean handingOver;
    private boolean gone;

    /**
     * What is queued.
     *
     * @param told complete, with the position, when the nodes have been told
     */
    private record Waiting(Given given, StreamPosition position, CompletableFuture<StreamPosition> told) {
        int bytes() {
            return given.dataBytes() + OVERHEAD_BYTES;
        }
    }

    ChannelStream(String channel, Nodes nodes, LongSupplier nanoTime) {
        this.channel = channel;
        this.nodes = nodes;
        this.nanoTime = nanoTime;
        this.stream = new Stream(nanoTime.getAsLong());
    }

    /** Appends and hands over; empty if this object is no longer the channel's. */
    Optional<CompletionStage<StreamPosition>> publish(
            Publication publication, PublishOptions options, Executor executor) {
        StreamPosition position;
        Given given;
        synchronized (this) {
            if (gone) {
                return Optional.empty();
            }
            if (isFull()) {
                return Optional.of(refusal());
            }
            long now = nanoTime.getAsLong();
            stream.use(options.history(), now);
            if (stream.isOutdated(options)) {
                return Optional.of(CompletableFuture.completedFuture(stream.top()));
            }
            StreamPublication appended = stream.append(publication, options, now);
            position = stream.top();
            given = new Given.Published(appended);
            if (handingOver) {
                return Optional.of(queue(given, position));
            }
            handingOver = true;
        }
        handOver(given, executor);
        return Optional.of(CompletableFuture.completedFuture(position));
    }

    /** Hands over what is in no stream; empty if this object is no longer the channel's. */
    Optional<CompletionStage<StreamPosition>> bring(Given given, Executor executor) {
        synchronized (this) {
            if (gone) {
                return Optional.empty();
            }
            if (isFull()) {
                return Optional.of(refusal());
            }
            if (handingOver) {
                return Optional.of(queue(given, StreamPosition.ZERO));
            }
            handingOver = true;
        }
        handOver(given, executor);
        return Optional.of(CompletableFuture.completedFuture(StreamPosition.ZERO));
    }

    /** Empty if this object is no longer the channel's. */
    synchronized Optional<HistoryPage> read(HistoryQuery query, HistoryOptions options) {
        if (gone) {
            return Optional.empty();
        }
        stream.use(options, nanoTime.getAsLong());
        return Optional.of(stream.read(query));
    }

    synchronized void clear() {
        stream.clear();
    }

    /** Gives back memory; returns whether nothing is left, and this object is no longer the channel's. */
    synchronized boolean sweep(long now) {
        stream.forgetPublications(now);
        gone = !handingOver && stream.isForgotten(now);
        return gone;
    }

    private boolean isFull() {
        return waitingBytes > MAX_WAITING_BYTES;
    }

    private CompletionStage<StreamPosition> refusal() {
        return CompletableFuture.failedFuture(new IllegalStateException("more than " + MAX_WAITING_BYTES
                + " bytes of one channel wait for the nodes (expected: slower publishers)"));
    }

    private CompletionStage<StreamPosition> queue(Given given, StreamPosition position) {
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        Waiting last = new Waiting(given, position, new CompletableFuture<>());
        waiting.add(last);
        waitingBytes += last.bytes();
        return last.told();
    }

    private synchronized @Nullable Waiting next() {
        Waiting next = waiting == null ? null : waiting.poll();
        if (next == null) {
            // A quiet channel holds no queue.
            waiting = null;
            handingOver = false;
        } else {
            waitingBytes -= next.bytes();
        }
        return next;
    }

    private void handOver(Given own, Executor executor) {
        nodes.bring(channel, own);
        handOverWaiting(executor);
    }

    private void handOverWaiting(Executor executor) {
        int done = 0;
        Waiting next = next();
        while (next != null) {
            nodes.bring(channel, next.given());
            next.told().complete(next.position());
            done++;
            if (done % SHARE == 0 && isTakenOver(executor)) {
                return;
            }
            next = next();
        }
    }

    private boolean isTakenOver(Executor executor) {
        try {
            executor.execute(() -> handOverWaiting(executor));
            return true;
        } catch (RejectedExecutionException e) {
            // The node is closing; what was promised to others is kept here.
            return false;
        }
    }
}
