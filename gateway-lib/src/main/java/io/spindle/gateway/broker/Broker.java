package io.spindle.gateway.broker;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Takes publications, joins and leaves to every node that has a subscriber, keeps the streams of channels with history,
 * and takes control messages from node to node.
 *
 * <p><b>Order.</b> What is given for one channel, one after another, reaches all nodes in that order. Appending to a
 * stream and publishing are one step: a live subscriber and one that reads the stream see the same order.
 *
 * <p><b>Failures.</b> A failed stage means that it may not reach anybody, or may not have been read. Nothing blocks.
 */
public interface Broker extends AutoCloseable {
    /**
     * Begins to bring messages to this node; called once, before all else.
     *
     * @param nodeId this node's id, unique among all
     */
    void start(String nodeId, BrokerListener listener);

    /**
     * This node has a subscriber of a channel. Called before the first subscriber's read of the stream: what is published
     * after the stage is complete reaches this node. Nothing is counted: the node asks when the first one comes, and
     * asking again changes nothing. What is published in a channel that the node has not asked for may reach it, too.
     */
    CompletionStage<Void> subscribe(String channel);

    /** This node has no subscriber of a channel any more; ends what {@link #subscribe} began, however often it was asked. */
    void unsubscribe(String channel);

    /**
     * Publishes, and appends to the channel's stream if it has one.
     *
     * @param publication without an offset
     * @return its position (its idempotency key's first position, or the stream's top if its version was too old); {@link
     *     StreamPosition#ZERO} without a stream
     */
    CompletionStage<StreamPosition> publish(String channel, Publication publication, PublishOptions options);

    CompletionStage<Void> publishJoin(String channel, ClientInfo info);

    CompletionStage<Void> publishLeave(String channel, ClientInfo info);

    /**
     * Reads a channel's stream. A channel that was never used gets an epoch by that, which stays.
     *
     * @param options the channel's; reading prolongs the life of the stream's position
     */
    CompletionStage<HistoryPage> history(String channel, HistoryQuery query, HistoryOptions options);

    /** Empties a channel's stream; its position stays. */
    CompletionStage<Void> removeHistory(String channel);

    /** Takes a message to all nodes, this one included. Complete when it is on its way. */
    CompletionStage<Void> controlAll(ControlMessage message);

    /**
     * Takes a message to one node.
     *
     * @return whether there is such a node
     */
    CompletionStage<Boolean> control(String nodeId, ControlMessage message);

    /** Asks all nodes what they are, this one included; failed if one that is there does not say so in time. */
    CompletionStage<List<NodeState>> survey();

    @Override
    void close();
}
