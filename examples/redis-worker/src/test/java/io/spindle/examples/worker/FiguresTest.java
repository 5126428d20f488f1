package io.spindle.examples.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures(1);

    @Test
    void ratesCoverTheTimeSinceTheLastReportBusiestChannelFirst() {
        for (int i = 0; i < 30; i++) {
            count("message", "chat:busy");
        }
        count("join", "chat:quiet");
        count("leave", "chat:quiet");

        assertEquals(
                List.of("16/s  messages 15/s  joins 1/s  leaves 1/s  active channels 2", "  chat:busy  15/s  total 30"),
                figures.report(Duration.ofSeconds(2)));
    }

    @Test
    void aReportForgetsTheRatesAndKeepsTheTotals() {
        count("message", "chat");
        figures.report(Duration.ofSeconds(1));

        assertEquals(List.of(), figures.report(Duration.ofSeconds(1)));
        count("message", "chat");
        assertEquals(
                "  chat  1/s  total 2", figures.report(Duration.ofSeconds(1)).get(1));
        assertEquals("total: messages 2, joins 0, leaves 0, channels 1", figures.totals());
    }

    private void count(String type, String channel) {
        figures.count(new Event("1", type, channel, "u", "U", null));
    }
}
