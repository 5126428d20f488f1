package io.spindle.gateway.broker;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import java.util.concurrent.CompletionStage;

/**
 * Takes publications, joins and leaves to every node that has a subscriber.
 *
 * <p>What is given for one channel, one after another, reaches all nodes in that order. Stages complete when the broker
 * has taken it; a failed stage means that it may not reach anybody. Never blocks.
 */
public interface Broker extends AutoCloseable {
    CompletionStage<Void> publish(String channel, Publication publication);

    CompletionStage<Void> publishJoin(String channel, ClientInfo info);

    CompletionStage<Void> publishLeave(String channel, ClientInfo info);

    @Override
    void close();
}
