package io.spindle.gateway.broker.memory;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands everything straight to the only node there is. */
public final class MemoryBroker implements Broker {
    private static final CompletionStage<Void> TAKEN = CompletableFuture.completedFuture(null);
    private static final CompletionStage<StreamPosition> PUBLISHED =
            CompletableFuture.completedFuture(StreamPosition.ZERO);

    private volatile @Nullable BrokerListener listener;
    private volatile String nodeId = "";

    @Override
    public void start(String nodeId, BrokerListener listener) {
        this.nodeId = nodeId;
        this.listener = listener;
    }

    @Override
    public CompletionStage<Void> subscribe(String channel) {
        return TAKEN;
    }

    @Override
    public void unsubscribe(String channel) {
        // Everything reaches the only node anyway.
    }

    @Override
    public CompletionStage<StreamPosition> publish(String channel, Publication publication, PublishOptions options) {
        BrokerListener node = listener;
        if (node != null) {
            node.onPublication(channel, StreamPublication.live(publication));
        }
        return PUBLISHED;
    }

    @Override
    public CompletionStage<Void> publishJoin(String channel, ClientInfo info) {
        BrokerListener node = listener;
        if (node != null) {
            node.onJoin(channel, info);
        }
        return TAKEN;
    }

    @Override
    public CompletionStage<Void> publishLeave(String channel, ClientInfo info) {
        BrokerListener node = listener;
        if (node != null) {
            node.onLeave(channel, info);
        }
        return TAKEN;
    }

    @Override
    public CompletionStage<HistoryPage> history(String channel, HistoryQuery query, HistoryOptions options) {
        return CompletableFuture.completedFuture(new HistoryPage(List.of(), StreamPosition.ZERO));
    }

    @Override
    public CompletionStage<Void> removeHistory(String channel) {
        return TAKEN;
    }

    @Override
    public CompletionStage<Void> controlAll(ControlMessage message) {
        BrokerListener node = listener;
        if (node != null) {
            node.onControl(message);
        }
        return TAKEN;
    }

    @Override
    public CompletionStage<Boolean> control(String node, ControlMessage message) {
        boolean found = node.equals(nodeId);
        if (found) {
            controlAll(message);
        }
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public void close() {
        listener = null;
    }
}
