package io.spindle.gateway.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What is not published a second time: by idempotency key, and by version. */
interface OnceRules extends BrokerRules {
    int RIVALS = 50;

    @Test
    default void aKeyThatWasUsedIsAnsweredLikeTheFirstTimeAndNotPublished() {
        StreamPosition first = nodes().publish("a", TwoNodes.once(TwoNodes.TEN, "k"));
        nodes().publish("b");
        StreamPosition again = nodes().publish("a", TwoNodes.once(TwoNodes.TEN, "k"));
        nodes().publish("c");

        assertEquals(first, again);
        assertEquals(List.of("a", "b", "c"), nodes().kept());
        assertEquals(List.of("a", "b", "c"), nodes().atSecond.heard(TwoNodes.CHANNEL, 3));
    }

    @Test
    default void aKeyCountsOnAllNodes() {
        nodes().publish("a", TwoNodes.once(TwoNodes.TEN, "k"));
        TwoNodes.done(
                nodes().second.publish(TwoNodes.CHANNEL, TwoNodes.publication("a"), TwoNodes.once(TwoNodes.TEN, "k")));

        assertEquals(List.of("a"), nodes().kept());
    }

    @Test
    default void aKeyCountsInChannelsWithoutHistoryToo() {
        StreamPosition first = nodes().publish("a", TwoNodes.once(HistoryOptions.NONE, "k"));
        StreamPosition again = nodes().publish("a", TwoNodes.once(HistoryOptions.NONE, "k"));
        nodes().publish("b", PublishOptions.BROADCAST);

        assertEquals(List.of(StreamPosition.ZERO, StreamPosition.ZERO), List.of(first, again));
        assertEquals(List.of("a", "b"), nodes().atFirst.heard(TwoNodes.CHANNEL, 2));
    }

    @Test
    default void eachChannelHasKeysOfItsOwn() {
        nodes().publish("a", TwoNodes.once(TwoNodes.TEN, "k"));
        StreamPosition other = TwoNodes.done(
                nodes().first.publish("other", TwoNodes.publication("a"), TwoNodes.once(TwoNodes.TEN, "k")));

        assertEquals(1, other.offset());
    }

    @Test
    default void ofManyThatUseAKeyAtOnceOneIsPublished() throws InterruptedException {
        Set<StreamPosition> told = ConcurrentHashMap.newKeySet();
        List<Thread> rivals = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            Broker broker = i % 2 == 0 ? nodes().first : nodes().second;
            String text = "rival " + i;
            rivals.add(new Thread(() -> told.add(TwoNodes.done(
                    broker.publish(TwoNodes.CHANNEL, TwoNodes.publication(text), TwoNodes.once(TwoNodes.TEN, "k"))))));
        }
        rivals.forEach(Thread::start);
        for (Thread rival : rivals) {
            rival.join();
        }
        nodes().publish("last");

        assertEquals(Set.of(new StreamPosition(1, nodes().top().epoch())), told);
        assertEquals(2, nodes().kept().size());
        assertEquals(2, nodes().atFirst.heard(TwoNodes.CHANNEL, 2).size());
    }

    @Test
    default void aVersionThatIsNotAboveTheLastIsNotPublishedAndToldThePresentPosition() {
        nodes().publish("v2", TwoNodes.version(2, ""));
        StreamPosition top = nodes().publish("no version");

        assertEquals(top, nodes().publish("v2 again", TwoNodes.version(2, "")));
        assertEquals(top, nodes().publish("v1", TwoNodes.version(1, "")));

        assertEquals(List.of("v2", "no version"), nodes().kept());
    }

    @Test
    default void aHigherVersionIsPublished() {
        nodes().publish("v2", TwoNodes.version(2, ""));
        nodes().publish("v10", TwoNodes.version(10, ""));

        assertEquals(List.of("v2", "v10"), nodes().kept());
        assertEquals(List.of("v2", "v10"), nodes().atSecond.heard(TwoNodes.CHANNEL, 2));
    }

    @Test
    default void versionsOfAnotherEpochBeginAnew() {
        nodes().publish("v9 of a", TwoNodes.version(9, "a"));
        nodes().publish("v1 of b", TwoNodes.version(1, "b"));
        nodes().publish("v1 of b again", TwoNodes.version(1, "b"));

        assertEquals(List.of("v9 of a", "v1 of b"), nodes().kept());
    }

    @Test
    default void aVersionWithoutAnEpochIsComparedWithTheLastWhateverItsEpoch() {
        nodes().publish("v9 of a", TwoNodes.version(9, "a"));
        nodes().publish("v8", TwoNodes.version(8, ""));

        assertEquals(List.of("v9 of a"), nodes().kept());
    }

    @Test
    default void theVersionOutlivesTheRemovalOfPublications() {
        nodes().publish("v2", TwoNodes.version(2, ""));
        TwoNodes.done(nodes().first.removeHistory(TwoNodes.CHANNEL));
        nodes().publish("v2 again", TwoNodes.version(2, ""));

        assertEquals(List.of(), nodes().kept());
    }
}
