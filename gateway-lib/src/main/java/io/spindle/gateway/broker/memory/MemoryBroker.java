package io.spindle.gateway.broker.memory;

import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands everything straight to the only node there is. Stateless. */
public final class MemoryBroker implements Broker {
    private static final CompletionStage<Void> TAKEN = CompletableFuture.completedFuture(null);

    private final BrokerListener listener;

    public MemoryBroker(BrokerListener listener) {
        this.listener = listener;
    }

    @Override
    public CompletionStage<Void> publish(String channel, Publication publication) {
        listener.onPublication(channel, publication);
        return TAKEN;
    }

    @Override
    public CompletionStage<Void> publishJoin(String channel, ClientInfo info) {
        listener.onJoin(channel, info);
        return TAKEN;
    }

    @Override
    public CompletionStage<Void> publishLeave(String channel, ClientInfo info) {
        listener.onLeave(channel, info);
        return TAKEN;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
