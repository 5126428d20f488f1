package io.spindle.gateway.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What many publishers at once may rely on. */
interface OrderRules extends BrokerRules {
    int PUBLISHERS = 50;
    int EACH = 200;
    int CHANNELS = 4;
    HistoryOptions ALL = HistoryOptions.of(PUBLISHERS * EACH, Duration.ofHours(1));

    @Test
    default void allNodesHearAChannelInTheOrderOfItsOffsetsWhichIsThatOfItsHistory() throws InterruptedException {
        Map<String, StreamPosition> told = publishFromAllSides(TwoNodes.keeping(ALL));

        for (int i = 0; i < CHANNELS; i++) {
            String channel = channel(i);
            List<Publication> kept = TwoNodes.done(nodes().first.history(channel, HistoryQuery.after(0, -1), ALL))
                    .publications();
            assertEquals(
                    LongStream.rangeClosed(1, kept.size()).boxed().toList(),
                    kept.stream().map(Publication::offset).toList());
            List<String> order = kept.stream().map(RecordingNode::text).toList();
            assertEquals(order, nodes().atFirst.heard(channel, order.size()));
            assertEquals(order, nodes().atSecond.heard(channel, order.size()));
            for (Publication publication : kept) {
                assertEquals(
                        publication.offset(),
                        told.get(RecordingNode.text(publication)).offset());
            }
        }
    }

    @Test
    default void nothingIsMissingOrDoubledAndEachPublisherKeepsItsOrder() throws InterruptedException {
        publishFromAllSides(TwoNodes.keeping(ALL));

        assertEachPublishersOrder();
    }

    @Test
    default void withoutHistoryToo() throws InterruptedException {
        publishFromAllSides(PublishOptions.BROADCAST);

        assertEachPublishersOrder();
    }

    @Test
    default void whoeverPublishesWithAndWithoutHistoryInTurnKeepsItsOrder() throws InterruptedException {
        publishFromAllSides(TwoNodes.keeping(ALL), PublishOptions.BROADCAST);

        assertEachPublishersOrder();
    }

    private void assertEachPublishersOrder() {
        for (RecordingNode node : List.of(nodes().atFirst, nodes().atSecond)) {
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < CHANNELS; i++) {
                heard.addAll(node.heard(channel(i), heardIn(i)));
            }
            assertEquals(PUBLISHERS * EACH, heard.size());
            for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
                String prefix = publisher + "-";
                List<String> own =
                        heard.stream().filter(text -> text.startsWith(prefix)).toList();
                assertEquals(IntStream.range(0, EACH).mapToObj(n -> prefix + n).toList(), own);
            }
        }
    }

    /** Each publisher has one channel and one node, and does not wait for answers. Returns what each was told. */
    private Map<String, StreamPosition> publishFromAllSides(PublishOptions... inTurn) throws InterruptedException {
        for (int i = 0; i < CHANNELS; i++) {
            nodes().subscribe(channel(i));
        }
        Map<String, StreamPosition> told = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
            Broker broker = publisher / CHANNELS % 2 == 0 ? nodes().first : nodes().second;
            String prefix = publisher + "-";
            String channel = channel(publisher);
            CompletableFuture<Void> allTold = new CompletableFuture<>();
            answers.add(allTold);
            threads.add(new Thread(() -> {
                List<CompletableFuture<?>> own = new ArrayList<>();
                for (int n = 0; n < EACH; n++) {
                    String text = prefix + n;
                    own.add(broker.publish(channel, TwoNodes.publication(text), inTurn[n % inTurn.length])
                            .thenAccept(position -> told.put(text, position))
                            .toCompletableFuture());
                }
                CompletableFuture.allOf(own.toArray(CompletableFuture[]::new)).thenRun(() -> allTold.complete(null));
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        answers.forEach(TwoNodes::done);
        return told;
    }

    private static String channel(int publisher) {
        return "order:" + publisher % CHANNELS;
    }

    private static int heardIn(int channel) {
        return (int) IntStream.range(0, PUBLISHERS)
                        .filter(p -> p % CHANNELS == channel)
                        .count()
                * EACH;
    }
}
