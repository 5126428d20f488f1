package io.spindle.gateway.broker;

import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.redis.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A node that writes down what it hears, in order; now and then it takes its time before, so that whoever is told out of
 * turn is found out. Thread-safe.
 */
public final class RecordingNode implements BrokerListener {
    private static final int DAWDLES_EVERY = 16;

    private final String id;
    private final Map<String, List<StreamPublication>> publications = new HashMap<>();
    private final Map<String, List<String>> heard = new HashMap<>();
    private final List<ControlMessage> control = new ArrayList<>();

    /** @param id what it says of itself */
    public RecordingNode(String id) {
        this.id = id;
    }

    @Override
    public void onPublication(String channel, StreamPublication publication) {
        if (ThreadLocalRandom.current().nextInt(DAWDLES_EVERY) == 0) {
            Thread.yield();
        }
        write(channel, publication);
    }

    private synchronized void write(String channel, StreamPublication publication) {
        publications.computeIfAbsent(channel, name -> new ArrayList<>()).add(publication);
        hear(channel, text(publication.publication()));
    }

    @Override
    public synchronized void onJoin(String channel, ClientInfo info) {
        hear(channel, "join " + info.user());
    }

    @Override
    public synchronized void onLeave(String channel, ClientInfo info) {
        hear(channel, "leave " + info.user());
    }

    @Override
    public synchronized void onControl(ControlMessage message) {
        control.add(message);
    }

    @Override
    public NodeState state() {
        return idle(id);
    }

    /** What a node says that has no clients. */
    public static NodeState idle(String id) {
        return new NodeState(id, "test", "test", 0, 0, Map.of(), Duration.ZERO);
    }

    private void hear(String channel, String what) {
        heard.computeIfAbsent(channel, name -> new ArrayList<>()).add(what);
    }

    static String text(Publication publication) {
        return new String(publication.data().toByteArray(), StandardCharsets.UTF_8);
    }

    synchronized List<StreamPublication> publications(String channel) {
        return List.copyOf(publications.getOrDefault(channel, List.of()));
    }

    /** Publications by their data, joins and leaves by their user. */
    synchronized List<String> heard(String channel) {
        return List.copyOf(heard.getOrDefault(channel, List.of()));
    }

    synchronized List<ControlMessage> control() {
        return List.copyOf(control);
    }

    /** Waits for so many. */
    List<StreamPublication> publications(String channel, int count) {
        Await.until(count + " publications", () -> publications(channel).size() >= count);
        return publications(channel);
    }

    /** Waits for so many. */
    List<String> heard(String channel, int count) {
        Await.until(count + " messages", () -> heard(channel).size() >= count);
        return heard(channel);
    }
}
