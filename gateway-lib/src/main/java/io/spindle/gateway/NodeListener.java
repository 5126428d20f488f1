package io.spindle.gateway;

import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.hub.Hub;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.session.Sessions;
import java.util.Optional;
import java.util.function.Supplier;

/** What the broker brings to this node goes to the subscribers on it, and to their sessions. */
record NodeListener(Hub hub, Sessions sessions, Supplier<NodeState> self) implements BrokerListener {
    @Override
    public void onPublication(String channel, StreamPublication publication) {
        hub.broadcast(
                channel,
                SharedPush.publication(
                        channel,
                        publication.publication(),
                        publication.epoch(),
                        publication.delta() ? publication.previous() : Optional.empty()));
    }

    @Override
    public void onJoin(String channel, ClientInfo info) {
        hub.broadcast(channel, new SharedPush(new Push.Join(channel, info)));
    }

    @Override
    public void onLeave(String channel, ClientInfo info) {
        hub.broadcast(channel, new SharedPush(new Push.Leave(channel, info)));
    }

    @Override
    public void onControl(ControlMessage message) {
        sessions.control(message);
    }

    @Override
    public NodeState state() {
        return self.get();
    }
}
