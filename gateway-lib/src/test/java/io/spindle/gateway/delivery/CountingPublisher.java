package io.spindle.gateway.delivery;

import io.spindle.gateway.client.Closed;
import java.util.HashSet;
import java.util.Set;

/**
 * Publishes {@code name-0}, {@code name-1} and so on, a burst in a frame, the next when all of one are answered without an
 * error.
 */
final class CountingPublisher implements Runnable {
    private static final int BURST = 20;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Way way;
    private final String token;
    private final String channel;
    private final int name;
    private final int count;
    private final Set<Integer> open = new HashSet<>();
    private String fault = "";

    CountingPublisher(Way way, String token, String channel, int name, int count) {
        this.way = way;
        this.token = token;
        this.channel = channel;
        this.name = name;
        this.count = count;
    }

    @Override
    public void run() {
        Way.Link link = way.open(this::heard, this::ended);
        sendAndWait(link, new Request.Connect(count + 1, token));
        for (int from = 0; from < count; from += BURST) {
            Request[] burst = new Request[Math.min(BURST, count - from)];
            for (int i = 0; i < burst.length; i++) {
                burst[i] = new Request.Publish(from + i + 1, channel, name + "-" + (from + i));
            }
            sendAndWait(link, burst);
        }
        link.cut();
    }

    private void sendAndWait(Way.Link link, Request... requests) {
        synchronized (this) {
            for (Request request : requests) {
                open.add(request instanceof Request.Publish publish ? publish.id() : count + 1);
            }
        }
        link.send(requests);
        awaitAnswers();
    }

    private synchronized void awaitAnswers() {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!open.isEmpty() && fault.isEmpty()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("publisher " + name + " is not answered: " + open);
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("publisher " + name + " interrupted", e);
            }
        }
        if (!fault.isEmpty()) {
            throw new AssertionError("publisher " + name + ": " + fault);
        }
    }

    private synchronized void heard(Heard message) {
        if (message instanceof Heard.Reply reply) {
            if (reply.error() != 0) {
                fault = "error " + reply.error();
            }
            open.remove(reply.id());
            notifyAll();
        }
    }

    private synchronized void ended(Closed how) {
        if (!open.isEmpty()) {
            fault = "ended by the server: " + how;
            notifyAll();
        }
    }
}
