package io.spindle.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Fifty publishers, spread over channels, and subscribers of each channel, on all the ways there are; and visitors, who
 * come for the first time again and again.
 */
final class Crowd implements AutoCloseable {
    static final int PUBLISHERS = 50;

    private static final int SUBSCRIBERS_PER_CHANNEL = 3;
    private static final int PATIENCE_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Way> ways;
    private final int channels;
    private final int perPublisher;
    private final Random random;

    /** @param perPublisher how many publications each of the publishers makes */
    Crowd(List<Way> ways, int channels, int perPublisher, long seed) {
        this.ways = ways;
        this.channels = channels;
        this.perPublisher = perPublisher;
        this.random = new Random(seed);
    }

    /** Publications of each channel. */
    int perChannel() {
        return PUBLISHERS / channels * perPublisher;
    }

    String channel(int number) {
        return "load:" + number % channels;
    }

    /**
     * Lets everybody run until all subscribers have seen everything, or, if they miss some without a word, until all is
     * published.
     *
     * @param verifier makes one for a new subscriber, by the number of its channel
     * @param longestStay publications that a subscriber hears at most before it goes
     * @return the verifiers of all that stayed to the end
     */
    <V extends Verifier> List<V> run(Function<Integer, V> verifier, int longestStay, boolean untilAllIsSeen)
            throws InterruptedException {
        AtomicBoolean published = new AtomicBoolean();
        BooleanSupplier isOver = () -> !untilAllIsSeen && published.get();
        Map<V, Future<?>> subscribers = new LinkedHashMap<>();
        for (int i = 0; i < channels * SUBSCRIBERS_PER_CHANNEL; i++) {
            V own = verifier.apply(i % channels);
            subscribers.put(own, threads.submit(roamer(i, own, longestStay, isOver)));
        }
        List<V> visiting = new ArrayList<>();
        Future<?> visitors = threads.submit(() -> {
            for (int i = 0; !published.get(); i++) {
                V own = verifier.apply(i % channels);
                visiting.add(own);
                visit(i, own, published::get);
            }
        });
        List<Future<?>> publishers = new ArrayList<>();
        for (int name = 0; name < PUBLISHERS; name++) {
            publishers.add(threads.submit(
                    new CountingPublisher(way(name), Tokens.of("publisher"), channel(name), name, perPublisher)));
        }
        publishers.forEach(Crowd::finish);
        published.set(true);
        finish(visitors);
        subscribers.values().forEach(Crowd::finish);
        subscribers.keySet().forEach(done -> assertEquals(List.of(), done.faults()));
        visiting.forEach(done -> assertEquals(List.of(), done.faults()));
        return List.copyOf(subscribers.keySet());
    }

    /** One for each channel comes when all is over, and stays until it has seen everything. */
    <V extends Verifier> void latecomers(Function<Integer, V> verifier) {
        for (int i = 0; i < channels; i++) {
            V own = verifier.apply(i);
            roamer(i, own, Integer.MAX_VALUE - 1, () -> false).run();
            assertEquals(List.of(), own.faults());
        }
    }

    private Roamer roamer(int number, Verifier verifier, int longestStay, BooleanSupplier isOver) {
        return new Roamer(
                // The next way for each round of channels: else a channel's subscribers would all have the same one.
                way(number + number / channels),
                Tokens.of("subscriber"),
                channel(number),
                verifier,
                new Random(random.nextLong()),
                longestStay,
                isOver);
    }

    private void visit(int number, Verifier verifier, BooleanSupplier isOver) {
        Stay stay = new Stay(way(number), Tokens.of("visitor"), channel(number), verifier);
        stay.subscribe();
        stay.listen(1, isOver);
        stay.cut();
    }

    private Way way(int number) {
        return ways.get(number % ways.size());
    }

    private static void finish(Future<?> task) {
        try {
            task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("not finished within " + PATIENCE_SECONDS + " s", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
