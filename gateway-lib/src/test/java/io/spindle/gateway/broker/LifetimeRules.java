package io.spindle.gateway.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long publications and positions are kept. */
interface LifetimeRules extends BrokerRules {
    Duration MOST_OF_THE_TTL = Duration.ofMillis(1_400);
    Duration BEYOND_THE_TTL = Duration.ofMillis(2_500);
    Duration BEYOND_THE_META_TTL = Duration.ofMillis(4_500);

    @Test
    default void publicationsAreForgottenTogetherAndThePositionStays() {
        nodes().publishAll("a", "b");
        StreamPosition top = nodes().top();

        pass(BEYOND_THE_TTL);

        assertEquals(List.of(), nodes().kept());
        assertEquals(top, nodes().top());
        assertEquals(new StreamPosition(3, top.epoch()), nodes().publish("c"));
        assertEquals(List.of("c"), nodes().kept());
    }

    @Test
    default void eachPublicationProlongsTheLifeOfAllBefore() {
        nodes().publish("a");
        pass(MOST_OF_THE_TTL);
        nodes().publish("b");
        pass(MOST_OF_THE_TTL);

        assertEquals(List.of("a", "b"), nodes().kept());
    }

    @Test
    default void readingDoesNotProlongTheLifeOfPublications() {
        nodes().publish("a");
        pass(MOST_OF_THE_TTL);
        assertEquals(List.of("a"), nodes().kept());
        pass(MOST_OF_THE_TTL);

        assertEquals(List.of(), nodes().kept());
    }

    @Test
    default void whatHasExpiredIsNothingToMakeADeltaOf() {
        nodes().publish("a");
        pass(BEYOND_THE_TTL);
        nodes().publish("b", new PublishOptions(TwoNodes.TEN, true, "", 0, ""));

        assertEquals(
                Optional.empty(),
                nodes().atFirst.publications(TwoNodes.CHANNEL, 2).get(1).previous());
    }

    @Test
    default void aStreamThatNobodyUsesIsForgottenAndBeginsAnew() {
        StreamPosition before = nodes().publish("a", TwoNodes.version(5, ""));

        pass(BEYOND_THE_META_TTL);

        StreamPosition after = nodes().publish("b", TwoNodes.version(1, ""));
        assertEquals(1, after.offset());
        assertNotEquals(before.epoch(), after.epoch());
        assertEquals(
                after.epoch(),
                nodes().atSecond
                        .publications(TwoNodes.CHANNEL, 2)
                        .get(1)
                        .publication()
                        .epoch());
    }

    @Test
    default void readingProlongsTheLifeOfThePosition() {
        StreamPosition top = nodes().publish("a");
        pass(BEYOND_THE_TTL);
        assertEquals(top, nodes().top());
        pass(BEYOND_THE_TTL);

        assertEquals(top, nodes().top());
    }
}
