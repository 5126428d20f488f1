package io.spindle.examples.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts events by type and by channel, in all and since the last report. Guarded by its own lock. */
final class Figures {
    private static final class Counts {
        private long total;
        private long recent;
    }

    private final int topChannels;
    private final Map<String, Counts> byType = new HashMap<>();
    private final Map<String, Counts> byChannel = new HashMap<>();

    Figures(int topChannels) {
        this.topChannels = topChannels;
    }

    synchronized void count(Event event) {
        add(byType, event.type());
        add(byChannel, event.channel());
    }

    private static void add(Map<String, Counts> figures, String name) {
        Counts counts = figures.computeIfAbsent(name, unused -> new Counts());
        counts.total++;
        counts.recent++;
    }

    /**
     * Rates since the last report, busiest channels first; empty if nothing came.
     *
     * @param elapsed time since the last report
     */
    synchronized List<String> report(Duration elapsed) {
        List<Map.Entry<String, Counts>> active = new ArrayList<>(byChannel.entrySet());
        active.removeIf(channel -> channel.getValue().recent == 0);
        if (active.isEmpty()) {
            return List.of();
        }
        active.sort(Comparator.comparingLong((Map.Entry<String, Counts> channel) -> channel.getValue().recent)
                .reversed());

        double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
        long all =
                active.stream().mapToLong(channel -> channel.getValue().recent).sum();
        List<String> lines = new ArrayList<>();
        lines.add(rate(all, seconds) + "  messages " + rate(recent("message"), seconds) + "  joins "
                + rate(recent("join"), seconds) + "  leaves " + rate(recent("leave"), seconds) + "  active channels "
                + active.size());
        active.stream()
                .limit(topChannels)
                .map(channel -> "  " + channel.getKey() + "  " + rate(channel.getValue().recent, seconds) + "  total "
                        + channel.getValue().total)
                .forEach(lines::add);
        byType.values().forEach(counts -> counts.recent = 0);
        active.forEach(channel -> channel.getValue().recent = 0);
        return lines;
    }

    synchronized String totals() {
        return "total: messages " + total("message") + ", joins " + total("join") + ", leaves " + total("leave")
                + ", channels " + byChannel.size();
    }

    private long recent(String type) {
        return byType.getOrDefault(type, new Counts()).recent;
    }

    private long total(String type) {
        return byType.getOrDefault(type, new Counts()).total;
    }

    private static String rate(long count, double seconds) {
        return Math.round(count / seconds) + "/s";
    }
}
