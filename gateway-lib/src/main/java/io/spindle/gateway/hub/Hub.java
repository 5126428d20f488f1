package io.spindle.gateway.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Who is subscribed to what on this node. Thread-safe; subscribing to one channel never stops the fan-out of another.
 *
 * <p>Pushes of one channel are delivered in the order of {@link #broadcast}, by the channel's lane; nobody else calls
 * subscribers.
 */
public final class Hub implements AutoCloseable {
    private final ConcurrentHashMap<String, ChannelSubscribers> channels = new ConcurrentHashMap<>();
    private final Lane[] lanes;
    private final List<Thread> threads = new ArrayList<>();
    private final LaneRoom room;

    /**
     * @param lanes how many channels can be fanned out at once
     * @param maxLaneBytes bytes of pushes that wait for their fan-out, over all lanes, from which on producers are held
     *     back
     * @param executor where held-back producers go on
     */
    public Hub(int lanes, long maxLaneBytes, Executor executor) {
        this.room = new LaneRoom(maxLaneBytes, executor);
        this.lanes = new Lane[lanes];
        for (int i = 0; i < lanes; i++) {
            Lane lane = new Lane(room);
            this.lanes[i] = lane;
            Thread thread = new Thread(lane, "spindle-lane-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** Begins to deliver. */
    public void start() {
        threads.forEach(Thread::start);
    }

    public void add(String channel, Subscriber subscriber) {
        while (true) {
            ChannelSubscribers subscribers =
                    channels.computeIfAbsent(channel, name -> new ChannelSubscribers(laneOf(name)));
            if (subscribers.add(subscriber)) {
                return;
            }
            channels.remove(channel, subscribers);
        }
    }

    public void remove(String channel, Subscriber subscriber) {
        ChannelSubscribers subscribers = channels.get(channel);
        if (subscribers != null && subscribers.remove(subscriber)) {
            channels.remove(channel, subscribers);
        }
    }

    /** Queues a push for all subscribers of a channel. */
    public void broadcast(String channel, SharedPush push) {
        ChannelSubscribers subscribers = channels.get(channel);
        if (subscribers != null) {
            subscribers.lane().offer(subscribers, push);
        }
    }

    /** Complete while the lanes have room; those who produce pushes in bulk wait for it between batches. */
    public CompletionStage<Void> room() {
        return room.available();
    }

    public int subscriberCount(String channel) {
        ChannelSubscribers subscribers = channels.get(channel);
        return subscribers == null ? 0 : subscribers.size();
    }

    /** The channels that have subscribers, with how many; no more than a glance, as they come and go. */
    public Map<String, Integer> subscriberCounts() {
        Map<String, Integer> counts = new HashMap<>();
        channels.forEach((channel, subscribers) -> {
            int count = subscribers.size();
            if (count > 0) {
                counts.put(channel, count);
            }
        });
        return counts;
    }

    public int channelCount() {
        return channels.size();
    }

    private Lane laneOf(String channel) {
        // The high bits decide: ConcurrentHashMap sorts by the low ones already.
        return lanes[(channel.hashCode() >>> 16 ^ channel.hashCode() & 0x7fff_ffff) % lanes.length];
    }

    /** Delivers what waits, then ends the lanes; waits for them at most a second each. */
    @Override
    public void close() {
        for (Lane lane : lanes) {
            lane.close();
        }
        for (Thread thread : threads) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
