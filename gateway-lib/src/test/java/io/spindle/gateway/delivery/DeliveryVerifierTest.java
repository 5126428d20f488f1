package io.spindle.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifier finds what it is there to find. */
class DeliveryVerifierTest {
    private static final StreamPosition START = new StreamPosition(2, "e");

    private final ChannelLog log = new ChannelLog(10);
    private final DeliveryVerifier verifier = new DeliveryVerifier(log);

    @Test
    void contiguousDeliveriesAcrossARecoveryAreRight() {
        subscribed();
        verifier.delivered(seen(3));
        verifier.subscribed(new Entry(new StreamPosition(3, "e"), true, List.of(seen(4), seen(5))));
        verifier.delivered(seen(6));

        assertEquals(List.of(), verifier.faults());
        assertEquals(new StreamPosition(6, "e"), verifier.position().orElseThrow());
    }

    @Test
    void aGapIsFound() {
        subscribed();
        verifier.delivered(seen(4));

        assertFault("missing");
    }

    @Test
    void aRepetitionIsFound() {
        subscribed();
        verifier.delivered(seen(3));
        verifier.delivered(seen(3));

        assertFault("doubled");
    }

    @Test
    void aGapInWhatIsRecoveredIsFound() {
        subscribed();
        verifier.subscribed(new Entry(START, true, List.of(seen(3), seen(5))));

        assertFault("missing");
    }

    @Test
    void aGapBehindWhatIsRecoveredIsFound() {
        subscribed();
        verifier.subscribed(new Entry(START, true, List.of(seen(3))));
        verifier.delivered(seen(5));

        assertFault("missing");
    }

    @Test
    void aRecoveryFromElsewhereIsFound() {
        subscribed();
        verifier.subscribed(new Entry(new StreamPosition(5, "e"), true, List.of()));

        assertFault("recovered from");
    }

    @Test
    void whoIsToldThatItIsNotRecoveredGoesOnFromWhereItIsTold() {
        subscribed();
        verifier.subscribed(new Entry(new StreamPosition(7, "e"), false, List.of()));
        verifier.delivered(seen(8));

        assertEquals(List.of(), verifier.faults());
        assertEquals(1, verifier.losses());
    }

    @Test
    void whoWantsEverythingFromTheBeginningGetsIt() {
        DeliveryVerifier all = DeliveryVerifier.fromTheBeginning(log);
        all.subscribed(new Entry(new StreamPosition(0, "e"), true, List.of(seen(1), seen(2))));
        all.delivered(seen(3));

        assertEquals(List.of(), all.faults());
    }

    @Test
    void anEpochThatChangesWithoutAWordIsFound() {
        subscribed();
        verifier.subscribed(new Entry(new StreamPosition(2, "other"), true, List.of()));

        assertFault("recovered from");
    }

    @Test
    void anotherPublicationAtAnOffsetIsFound() {
        subscribed();
        verifier.delivered(seen(3));
        DeliveryVerifier other = new DeliveryVerifier(log);
        other.subscribed(new Entry(START, false, List.of()));
        other.delivered(new Seen(3, "8-0"));

        assertTrue(other.faults().get(0).contains("for another"), other.faults()::toString);
    }

    @Test
    void aChannelIsWholeWhenEachPublishersNumbersAreThereOnceInOrder() {
        ChannelLog whole = new ChannelLog(3);
        List.of(new Seen(1, "7-0"), new Seen(2, "8-0"), new Seen(3, "7-1")).forEach(whole::saw);
        ChannelLog doubled = new ChannelLog(2);
        List.of(new Seen(1, "7-0"), new Seen(2, "7-0")).forEach(doubled::saw);

        assertEquals(List.of(), whole.faults());
        assertEquals(List.of("at offset 2 7-0 instead of 7-1"), doubled.faults());
        assertEquals(List.of("nobody saw offset 1"), new ChannelLog(1).faults());
    }

    private void subscribed() {
        verifier.subscribed(new Entry(START, false, List.of()));
    }

    private void assertFault(String what) {
        assertTrue(verifier.faults().get(0).startsWith(what), verifier.faults()::toString);
    }

    private static Seen seen(long offset) {
        return new Seen(offset, "7-" + (offset - 1));
    }
}
