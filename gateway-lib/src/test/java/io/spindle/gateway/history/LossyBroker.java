package io.spindle.gateway.history;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Loses publications on their way to the node while it is told to, and brings others; the stream knows better. */
public final class LossyBroker implements Broker {
    private final Broker broker;
    private volatile boolean losing;
    private volatile BrokerListener node;

    public LossyBroker(Broker broker) {
        this.broker = broker;
    }

    /** Does something whose publications reach no subscriber. */
    void losing(Runnable action) {
        losing = true;
        action.run();
        losing = false;
    }

    /** Tells the node of a publication that nobody made. */
    void bring(String channel, StreamPublication publication) {
        node.onPublication(channel, publication);
    }

    @Override
    public void start(String nodeId, BrokerListener listener) {
        node = listener;
        broker.start(nodeId, new BrokerListener() {
            @Override
            public void onPublication(String channel, StreamPublication publication) {
                if (!losing) {
                    listener.onPublication(channel, publication);
                }
            }

            @Override
            public void onJoin(String channel, ClientInfo info) {
                listener.onJoin(channel, info);
            }

            @Override
            public void onLeave(String channel, ClientInfo info) {
                listener.onLeave(channel, info);
            }

            @Override
            public void onControl(ControlMessage message) {
                listener.onControl(message);
            }

            @Override
            public NodeState state() {
                return listener.state();
            }
        });
    }

    @Override
    public CompletionStage<Void> subscribe(String channel) {
        return broker.subscribe(channel);
    }

    @Override
    public void unsubscribe(String channel) {
        broker.unsubscribe(channel);
    }

    @Override
    public CompletionStage<StreamPosition> publish(String channel, Publication publication, PublishOptions options) {
        return broker.publish(channel, publication, options);
    }

    @Override
    public CompletionStage<Void> publishJoin(String channel, ClientInfo info) {
        return broker.publishJoin(channel, info);
    }

    @Override
    public CompletionStage<Void> publishLeave(String channel, ClientInfo info) {
        return broker.publishLeave(channel, info);
    }

    @Override
    public CompletionStage<HistoryPage> history(String channel, HistoryQuery query, HistoryOptions options) {
        return broker.history(channel, query, options);
    }

    @Override
    public CompletionStage<Void> removeHistory(String channel) {
        return broker.removeHistory(channel);
    }

    @Override
    public CompletionStage<Void> controlAll(ControlMessage message) {
        return broker.controlAll(message);
    }

    @Override
    public CompletionStage<Boolean> control(String nodeId, ControlMessage message) {
        return broker.control(nodeId, message);
    }

    @Override
    public CompletionStage<List<NodeState>> survey() {
        return broker.survey();
    }

    @Override
    public void close() {
        broker.close();
    }
}
