package io.spindle.gateway.worker;

import static io.spindle.gateway.worker.Events.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.worker.Backlog.Admission;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final MetricRegistry registry = new MetricRegistry();

    @Test
    void theFirstEventOfAChannelWakesItAndLaterOnesDoNot() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);

        assertEquals(Admission.CHANNEL_WAKES, backlog.admit(message("chat", 1)));
        assertEquals(Admission.BEHIND_OTHERS, backlog.admit(message("chat", 2)));
        assertEquals(Admission.CHANNEL_WAKES, backlog.admit(message("news", 1)));
    }

    @Test
    void anEventStaysNextUntilItIsAcknowledged() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));
        backlog.admit(message("chat", 2));

        assertEquals(new Attempt(message("chat", 1), 1), next(backlog, "chat"));
        assertEquals(new Attempt(message("chat", 1), 1), next(backlog, "chat"));

        assertTrue(backlog.acknowledge("chat"));
        assertEquals(new Attempt(message("chat", 2), 1), next(backlog, "chat"));
    }

    @Test
    void failuresAreCountedForTheirEventAlone() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));
        backlog.admit(message("chat", 2));

        backlog.failed("chat");
        backlog.failed("chat");
        assertEquals(3, next(backlog, "chat").number());

        backlog.acknowledge("chat");
        assertEquals(1, next(backlog, "chat").number());
    }

    @Test
    void nothingRemainsOfAChannelThatIsEmpty() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));

        assertFalse(backlog.acknowledge("chat"));

        assertThrows(IllegalStateException.class, () -> backlog.next("chat"));
        assertEquals(Admission.CHANNEL_WAKES, backlog.admit(message("chat", 2)));
    }

    @Test
    void eventsPastTheBoundAreRefusedUntilOneIsAcknowledged() {
        Backlog backlog = backlog(new BacklogLimits(2, Long.MAX_VALUE, 10));
        backlog.admit(message("chat", 1));
        backlog.admit(message("news", 1));

        assertEquals(Admission.BACKLOG_FULL, backlog.admit(message("chat", 2)));
        assertEquals(Admission.BACKLOG_FULL, backlog.admit(message("sport", 1)));

        backlog.acknowledge("news");
        assertEquals(Admission.BEHIND_OTHERS, backlog.admit(message("chat", 2)));
    }

    @Test
    void bytesPastTheBoundAreRefusedUntilSomeAreAcknowledged() {
        Backlog backlog = backlog(new BacklogLimits(10, 20_000, 10));
        Payload large = Payload.binary(new byte[15_000]);
        backlog.admit(message("chat", 1, large));

        assertEquals(Admission.BACKLOG_FULL, backlog.admit(message("news", 1, large)));

        backlog.acknowledge("chat");
        assertEquals(Admission.CHANNEL_WAKES, backlog.admit(message("news", 1, large)));
    }

    @Test
    void oneChannelPastItsBoundLeavesRoomForOthers() {
        Backlog backlog = backlog(new BacklogLimits(100, Long.MAX_VALUE, 2));
        backlog.admit(message("chat", 1));
        backlog.admit(message("chat", 2));

        assertEquals(Admission.CHANNEL_FULL, backlog.admit(message("chat", 3)));
        assertEquals(Admission.CHANNEL_WAKES, backlog.admit(message("news", 1)));

        backlog.acknowledge("chat");
        assertEquals(Admission.BEHIND_OTHERS, backlog.admit(message("chat", 3)));
    }

    @Test
    void closedItRefusesButHandsOutWhatIsThere() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));

        backlog.close();

        assertEquals(Admission.CLOSED, backlog.admit(message("chat", 2)));
        assertEquals("chat/1", next(backlog, "chat").event().id());
    }

    @Test
    void stoppedItHandsOutNothingAndSaysHowMuchIsLeft() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));
        backlog.admit(message("news", 1));

        assertEquals(2, backlog.stop());
        assertEquals(0, backlog.stop(), "they are given up once");

        assertTrue(backlog.next("chat").isEmpty());
        assertFalse(backlog.acknowledge("chat"), "the call that was under way goes on with nothing");
    }

    @Test
    void theGaugeShowsWhatWaits() {
        Backlog backlog = backlog(BacklogLimits.DEFAULT);
        backlog.admit(message("chat", 1));
        backlog.admit(message("chat", 2));
        backlog.admit(message("chat", 3));
        assertEquals(3, waiting());

        backlog.acknowledge("chat");
        assertEquals(2, waiting());

        backlog.stop();
        backlog.acknowledge("chat");
        assertEquals(0, waiting());
    }

    private long waiting() {
        return registry.counter("gateway_worker_backlog").getCount();
    }

    private Backlog backlog(BacklogLimits limits) {
        return new Backlog(limits, new GatewayMetrics(registry).workers());
    }

    private static Attempt next(Backlog backlog, String channel) {
        return backlog.next(channel).orElseThrow();
    }
}
