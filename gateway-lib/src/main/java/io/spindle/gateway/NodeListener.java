package io.spindle.gateway;

import io.spindle.gateway.broker.BrokerListener;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.hub.Hub;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.session.Sessions;

/** What the broker brings to this node goes to the subscribers on it, and to their sessions. */
record NodeListener(Hub hub, Sessions sessions) implements BrokerListener {
    @Override
    public void onPublication(String channel, StreamPublication publication) {
        hub.broadcast(channel, new Push.Pub(channel, publication.publication()));
    }

    @Override
    public void onJoin(String channel, ClientInfo info) {
        hub.broadcast(channel, new Push.Join(channel, info));
    }

    @Override
    public void onLeave(String channel, ClientInfo info) {
        hub.broadcast(channel, new Push.Leave(channel, info));
    }

    @Override
    public void onControl(ControlMessage message) {
        if (message instanceof ControlMessage.Emulate commands) {
            sessions.emulate(commands.session(), commands.data());
        }
    }
}
