package io.spindle.gateway.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a stream holds, and what is read of it. */
interface HistoryRules extends BrokerRules {
    @Test
    default void offsetsBeginAtOneAndHaveNoGaps() {
        nodes().publishAll("a", "b", "c");

        HistoryPage page = nodes().read(HistoryQuery.after(0, -1));
        assertEquals(
                List.of(1L, 2L, 3L),
                page.publications().stream().map(Publication::offset).toList());
        assertEquals(3, page.top().offset());
        assertEquals(List.of("a", "b", "c"), nodes().kept());
    }

    @Test
    default void aPublisherIsToldThePositionOfItsPublication() {
        StreamPosition a = nodes().publish("a");
        StreamPosition b = nodes().publish("b");

        assertEquals(1, a.offset());
        assertEquals(nodes().top(), b);
    }

    @Test
    default void anEpochIsThereAndIsNotTheOneThatClientsUseForNone() {
        String epoch = nodes().top().epoch();

        assertFalse(epoch.isEmpty());
        assertNotEquals("_", epoch);
    }

    @Test
    default void theFirstPublicationOfAStreamCarriesItsEpochLiveAndLaterOnesDoNot() {
        nodes().publishAll("a", "b");

        String epoch = nodes().top().epoch();
        List<StreamPublication> heard = nodes().atSecond.publications(TwoNodes.CHANNEL, 2);
        assertEquals(epoch, heard.get(0).publication().epoch());
        assertEquals("", heard.get(1).publication().epoch());
        assertEquals(
                List.of(epoch, epoch),
                heard.stream().map(StreamPublication::epoch).toList());
    }

    @Test
    default void publicationsInHistoryCarryNoEpoch() {
        nodes().publishAll("a", "b");

        assertEquals(
                List.of("", ""),
                nodes().read(HistoryQuery.after(0, -1)).publications().stream()
                        .map(Publication::epoch)
                        .toList());
    }

    @Test
    default void readingAChannelThatWasNeverUsedGivesItAnEpochThatStays() {
        StreamPosition unused = nodes().top();

        assertEquals(0, unused.offset());
        assertEquals(new StreamPosition(1, unused.epoch()), nodes().publish("a"));
    }

    @Test
    default void tagsAndPublisherAreKept() {
        Publication publication = new Publication(Payload.json("1"), Optional.of(TwoNodes.client("alice")))
                .withTags(Map.of("kind", "news"));

        TwoNodes.done(nodes().first.publish(TwoNodes.CHANNEL, publication, TwoNodes.keeping(TwoNodes.TEN)));

        Publication kept = nodes().read(HistoryQuery.latest(1)).publications().get(0);
        assertEquals(publication.at(new StreamPosition(1, "")), kept);
    }

    @Test
    default void theOldestGoWhenTheStreamIsFull() {
        HistoryOptions two = new HistoryOptions(2, TwoNodes.TEN.ttl(), TwoNodes.TEN.metaTtl());
        for (String text : List.of("a", "b", "c")) {
            nodes().publish(text, TwoNodes.keeping(two));
        }

        assertEquals(List.of("b", "c"), nodes().kept());
        assertEquals(3, nodes().top().offset());
    }

    @Test
    default void aSmallerSizeCountsFromTheNextPublicationOn() {
        nodes().publishAll("a", "b", "c");
        nodes().publish("d", TwoNodes.keeping(new HistoryOptions(1, TwoNodes.TEN.ttl(), TwoNodes.TEN.metaTtl())));

        assertEquals(List.of("d"), nodes().kept());
    }

    @Test
    default void aPublicationWithoutHistoryHasNoOffsetAndLeavesTheStreamAlone() {
        nodes().publish("a");
        StreamPosition told = nodes().publish("b", PublishOptions.BROADCAST);

        assertEquals(StreamPosition.ZERO, told);
        StreamPublication live =
                nodes().atFirst.publications(TwoNodes.CHANNEL, 2).get(1);
        assertEquals(0, live.publication().offset());
        assertEquals("", live.epoch());
        assertEquals(List.of("a"), nodes().kept());
    }

    @Test
    default void limitZeroReadsThePositionAlone() {
        nodes().publishAll("a", "b");

        assertEquals(List.of(), nodes().texts(HistoryQuery.POSITION));
        assertEquals(2, nodes().top().offset());
    }

    @Test
    default void aLimitReadsTheOldestOrInReverseTheNewest() {
        nodes().publishAll("a", "b", "c");

        assertEquals(List.of("a", "b"), nodes().texts(HistoryQuery.after(0, 2)));
        assertEquals(List.of("c", "b"), nodes().texts(HistoryQuery.latest(2)));
        assertEquals(List.of("c", "b", "a"), nodes().texts(HistoryQuery.latest(-1)));
    }

    @Test
    default void sinceReadsThoseAfterOrInReverseThoseBefore() {
        nodes().publishAll("a", "b", "c", "d");

        assertEquals(List.of("c", "d"), nodes().texts(HistoryQuery.after(2, -1)));
        assertEquals(List.of("c"), nodes().texts(HistoryQuery.after(2, 1)));
        assertEquals(List.of("b", "a"), nodes().texts(TwoNodes.before(3, -1)));
        assertEquals(List.of("b"), nodes().texts(TwoNodes.before(3, 1)));
        assertEquals(List.of(), nodes().texts(TwoNodes.before(1, -1)));
    }

    @Test
    default void sinceTheTopOrBeyondReadsNothing() {
        nodes().publishAll("a", "b");

        assertEquals(List.of(), nodes().texts(HistoryQuery.after(2, -1)));
        assertEquals(List.of(), nodes().texts(HistoryQuery.after(3, -1)));
        assertEquals(List.of(), nodes().texts(HistoryQuery.after(-1, -1)), "the highest unsigned offset");
        assertEquals(List.of(), nodes().texts(TwoNodes.before(3, -1)));
        assertEquals(List.of(), nodes().texts(TwoNodes.before(-1, -1)));
    }

    @Test
    default void sinceBeforeTheOldestKeptBeginsWithIt() {
        HistoryOptions two = new HistoryOptions(2, TwoNodes.TEN.ttl(), TwoNodes.TEN.metaTtl());
        for (String text : List.of("a", "b", "c", "d")) {
            nodes().publish(text, TwoNodes.keeping(two));
        }

        assertEquals(List.of("c", "d"), nodes().texts(HistoryQuery.after(1, -1)));
        assertEquals(List.of("c"), nodes().texts(HistoryQuery.after(1, 1)));
        assertEquals(List.of(), nodes().texts(TwoNodes.before(3, -1)));
        assertEquals(List.of(), nodes().texts(TwoNodes.before(2, -1)));
    }

    @Test
    default void removingEmptiesTheStreamAndItsPositionStays() {
        nodes().publishAll("a", "b");
        StreamPosition top = nodes().top();

        TwoNodes.done(nodes().first.removeHistory(TwoNodes.CHANNEL));

        assertEquals(List.of(), nodes().kept());
        assertEquals(top, nodes().top());
        assertEquals(new StreamPosition(3, top.epoch()), nodes().publish("c"));
        assertEquals(List.of("c"), nodes().kept());
    }

    @Test
    default void removingWhatWasNeverThereIsNoError() {
        TwoNodes.done(nodes().first.removeHistory("never used"));
    }

    @Test
    default void channelsHaveStreamsOfTheirOwn() {
        nodes().publish("a");
        TwoNodes.done(nodes().first.publish("other", TwoNodes.publication("b"), TwoNodes.keeping(TwoNodes.TEN)));

        assertEquals(List.of("a"), nodes().kept());
        assertEquals(1, nodes().top().offset());
    }

    @Test
    default void aDeltaPublicationBringsTheDataOfTheOneBefore() {
        nodes().publish("a", delta());
        nodes().publish("b", delta());
        nodes().publish("c");

        List<StreamPublication> heard = nodes().atSecond.publications(TwoNodes.CHANNEL, 3);
        assertEquals(
                List.of(true, true, false),
                heard.stream().map(StreamPublication::delta).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of(heard.get(0).publication().data()), Optional.empty()),
                heard.stream().map(StreamPublication::previous).toList());
    }

    @Test
    default void inAStreamOfOneADeltaPublicationBringsTheDataOfTheOneBefore() {
        HistoryOptions one = new HistoryOptions(1, TwoNodes.TEN.ttl(), TwoNodes.TEN.metaTtl());
        nodes().publish("a", new PublishOptions(one, true, "", 0, ""));
        nodes().publish("b", new PublishOptions(one, true, "", 0, ""));

        List<StreamPublication> heard = nodes().atSecond.publications(TwoNodes.CHANNEL, 2);
        assertEquals(
                Optional.of(heard.get(0).publication().data()), heard.get(1).previous());
    }

    @Test
    default void afterRemovalThereIsNothingToMakeADeltaOf() {
        nodes().publish("a");
        TwoNodes.done(nodes().first.removeHistory(TwoNodes.CHANNEL));
        nodes().publish("b", delta());

        assertEquals(
                Optional.empty(),
                nodes().atSecond.publications(TwoNodes.CHANNEL, 2).get(1).previous());
    }

    private static PublishOptions delta() {
        return new PublishOptions(TwoNodes.TEN, true, "", 0, "");
    }
}
