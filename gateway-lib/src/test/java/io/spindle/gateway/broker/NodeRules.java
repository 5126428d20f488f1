package io.spindle.gateway.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.redis.Await;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What reaches which node. */
interface NodeRules extends BrokerRules {
    ControlMessage MESSAGE = new ControlMessage.Close(ClientSelector.user("42"), Set.of(), Disconnect.FORCE_DISCONNECT);

    @Test
    default void whatIsGivenToOneNodeReachesAllThatHaveSubscribers() {
        nodes().publish("a", PublishOptions.BROADCAST);
        nodes().publish("b");

        assertEquals(List.of("a", "b"), nodes().atFirst.heard(TwoNodes.CHANNEL, 2));
        assertEquals(List.of("a", "b"), nodes().atSecond.heard(TwoNodes.CHANNEL, 2));
    }

    @Test
    default void joinsLeavesAndPublicationsOfAChannelKeepTheirOrder() {
        nodes().first.publishJoin(TwoNodes.CHANNEL, TwoNodes.client("alice"));
        nodes().first.publish(TwoNodes.CHANNEL, TwoNodes.publication("a"), TwoNodes.keeping(TwoNodes.TEN));
        nodes().first.publish(TwoNodes.CHANNEL, TwoNodes.publication("b"), PublishOptions.BROADCAST);
        nodes().first.publishLeave(TwoNodes.CHANNEL, TwoNodes.client("alice"));

        List<String> given = List.of("join alice", "a", "b", "leave alice");
        assertEquals(given, nodes().atFirst.heard(TwoNodes.CHANNEL, 4));
        assertEquals(given, nodes().atSecond.heard(TwoNodes.CHANNEL, 4));
    }

    @Test
    default void subscribingTwiceIsLikeOnce() {
        nodes().subscribe(TwoNodes.CHANNEL);
        nodes().publish("a");
        nodes().publish("b");

        assertEquals(List.of("a", "b"), nodes().atSecond.heard(TwoNodes.CHANNEL, 2));
    }

    @Test
    default void aNodeThatSubscribesAgainHearsWhatIsPublishedFromThenOn() {
        nodes().second.unsubscribe(TwoNodes.CHANNEL);
        TwoNodes.done(nodes().second.subscribe(TwoNodes.CHANNEL));
        nodes().publish("a");

        assertEquals(List.of("a"), nodes().atSecond.heard(TwoNodes.CHANNEL, 1));
    }

    @Test
    default void allNodesAreAskedWhatTheyAreTheAskingOneIncluded() {
        List<NodeState> states = TwoNodes.done(nodes().second.survey());

        assertEquals(
                List.of("first", "second"),
                states.stream().map(NodeState::id).sorted().toList());
    }

    @Test
    default void controlReachesAllNodesTheSenderIncluded() {
        TwoNodes.done(nodes().first.controlAll(MESSAGE));

        Await.until("control", () -> nodes().atFirst.control().equals(List.of(MESSAGE)));
        Await.until("control", () -> nodes().atSecond.control().equals(List.of(MESSAGE)));
    }

    @Test
    default void controlOfOneNodeReachesThatOneAlone() {
        assertTrue(TwoNodes.done(nodes().first.control(nodes().secondId, MESSAGE)));
        assertTrue(TwoNodes.done(nodes().first.control(nodes().firstId, MESSAGE)));

        Await.until("control", () -> nodes().atFirst.control().equals(List.of(MESSAGE)));
        Await.until("control", () -> nodes().atSecond.control().equals(List.of(MESSAGE)));
    }

    @Test
    default void controlOfANodeThatIsNotThereIsAnsweredSo() {
        assertFalse(TwoNodes.done(nodes().first.control("nobody", MESSAGE)));
    }

    @Test
    default void aClosedNodeIsGoneAndTheOthersStay() {
        nodes().publish("a");
        nodes().first.close();

        TwoNodes.done(
                nodes().second.publish(TwoNodes.CHANNEL, TwoNodes.publication("b"), TwoNodes.keeping(TwoNodes.TEN)));

        assertEquals(List.of("a", "b"), nodes().atSecond.heard(TwoNodes.CHANNEL, 2));
        assertEquals(List.of("a", "b"), nodes().kept());
        assertFalse(TwoNodes.done(nodes().second.control(nodes().firstId, MESSAGE)));
        assertEquals(List.of("a"), nodes().atFirst.heard(TwoNodes.CHANNEL, 1));
    }

    @Test
    default void aClosedNodePublishesNothingAndSaysSo() {
        nodes().first.close();

        assertTrue(nodes().first
                .publish(TwoNodes.CHANNEL, TwoNodes.publication("a"), TwoNodes.keeping(TwoNodes.TEN))
                .handle((position, failure) -> failure != null)
                .toCompletableFuture()
                .join());
        assertEquals(List.of(), nodes().kept());
    }

    @Test
    default void closingTwiceIsLikeOnce() {
        nodes().first.close();
        nodes().first.close();
    }
}
