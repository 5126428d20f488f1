package io.spindle.gateway.broker;

import io.spindle.gateway.protocol.ClientInfo;

/** The node's side of a broker: told, in order per channel, what reaches this node. Must not block. */
public interface BrokerListener {
    void onPublication(String channel, StreamPublication publication);

    void onJoin(String channel, ClientInfo info);

    void onLeave(String channel, ClientInfo info);

    /** A node asks for something, perhaps this one itself. */
    void onControl(ControlMessage message);

    /** A node asks what this one is, perhaps this one itself. */
    NodeState state();
}
