package io.spindle.gateway.broker;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;

/** The node's side of a broker: told, in order per channel, what reaches this node. Must not block. */
public interface BrokerListener {
    void onPublication(String channel, Publication publication);

    void onJoin(String channel, ClientInfo info);

    void onLeave(String channel, ClientInfo info);
}
