package io.spindle.gateway.broker.memory;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One node's broker in a {@link MemoryCluster}. Every node hears of every channel.
 *
 * <p>Publishing calls the listeners of all nodes, on the publisher's thread if nobody else is publishing in a channel with
 * history; its stage is complete when they have been called. Publications of a channel with history reach each node in
 * the order of their offsets, whoever publishes. Without history, different publishers at once have no order among each
 * other.
 */
public final class MemoryBroker implements Broker {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final MemoryCluster cluster;
    private final Executor executor;
    private volatile @Nullable Node self;

    MemoryBroker(MemoryCluster cluster, Executor executor) {
        this.cluster = cluster;
        this.executor = executor;
    }

    /** @throws IllegalStateException if it was started before, or there is another node of this id */
    @Override
    public synchronized void start(String nodeId, BrokerListener listener) {
        if (self != null) {
            throw new IllegalStateException("the broker was started before");
        }
        Node node = new Node(nodeId, listener);
        cluster.add(node);
        self = node;
    }

    @Override
    public CompletionStage<Void> subscribe(String channel) {
        return DONE;
    }

    @Override
    public void unsubscribe(String channel) {
        // Everything reaches every node anyway.
    }

    @Override
    public CompletionStage<StreamPosition> publish(String channel, Publication publication, PublishOptions options) {
        if (self == null) {
            return notRunning();
        }
        if (options.idempotencyKey().isEmpty()) {
            return cluster.streams().publish(channel, publication, options, executor);
        }
        CompletableFuture<StreamPosition> result = new CompletableFuture<>();
        CompletableFuture<StreamPosition> first = cluster.results().firstOr(channel, options.idempotencyKey(), result);
        if (first == result) {
            publishFirst(channel, publication, options, result);
        }
        return first.minimalCompletionStage();
    }

    private void publishFirst(
            String channel, Publication publication, PublishOptions options, CompletableFuture<StreamPosition> result) {
        cluster.streams().publish(channel, publication, options, executor).whenComplete((position, failure) -> {
            if (failure == null) {
                result.complete(position);
            } else {
                cluster.results().forget(channel, options.idempotencyKey());
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletionStage<Void> publishJoin(String channel, ClientInfo info) {
        return bring(channel, new Given.Joined(info));
    }

    @Override
    public CompletionStage<Void> publishLeave(String channel, ClientInfo info) {
        return bring(channel, new Given.Left(info));
    }

    private CompletionStage<Void> bring(String channel, Given given) {
        return self == null
                ? notRunning()
                : cluster.streams().bring(channel, given, executor).thenApply(position -> null);
    }

    @Override
    public CompletionStage<HistoryPage> history(String channel, HistoryQuery query, HistoryOptions options) {
        return self == null
                ? notRunning()
                : CompletableFuture.completedFuture(cluster.streams().read(channel, query, options));
    }

    @Override
    public CompletionStage<Void> removeHistory(String channel) {
        if (self == null) {
            return notRunning();
        }
        cluster.streams().clear(channel);
        return DONE;
    }

    @Override
    public CompletionStage<Void> controlAll(ControlMessage message) {
        if (self == null) {
            return notRunning();
        }
        cluster.nodes().control(message);
        return DONE;
    }

    @Override
    public CompletionStage<Boolean> control(String nodeId, ControlMessage message) {
        return self == null
                ? notRunning()
                : CompletableFuture.completedFuture(cluster.nodes().control(nodeId, message));
    }

    @Override
    public CompletionStage<List<NodeState>> survey() {
        return self == null ? notRunning() : CompletableFuture.supplyAsync(cluster.nodes()::states, executor);
    }

    private static <T> CompletionStage<T> notRunning() {
        return CompletableFuture.failedFuture(new IllegalStateException("the broker is not running"));
    }

    @Override
    public synchronized void close() {
        Node node = self;
        if (node != null) {
            self = null;
            cluster.remove(node);
        }
    }
}
