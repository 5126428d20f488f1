package io.spindle.gateway.delivery;

import io.spindle.gateway.client.Closed;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One connection of a subscriber. What comes on it is told to the verifier, in order, while the subscriber is subscribed;
 * nothing may come otherwise, and nothing is heard once it has ended. Used by one thread; told by another.
 */
final class Stay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int SLOW = 3008;
    private static final int WRITE_TIMEOUT = 3009;

    private final String channel;
    private final Verifier verifier;
    private final Set<Integer> answered = new HashSet<>();
    private final Way.Link link;
    private int lastId;
    private int unsubscribing;
    private boolean subscribed;
    private boolean ended;
    private long publications;

    Stay(Way way, String token, String channel, Verifier verifier) {
        this.channel = channel;
        this.verifier = verifier;
        link = way.open(this::heard, this::ended);
        int id = ++lastId;
        link.send(new Request.Connect(id, token));
        await("reply to connect", () -> answered.contains(id));
    }

    /** Subscribes, from where the subscriber was. */
    void subscribe() {
        int id = ++lastId;
        link.send(new Request.Subscribe(id, channel, verifier.position()));
        await("reply to subscribe", () -> answered.contains(id));
    }

    /** Waits for so many publications, for all that there are, for the end of the subscription, or until it is over. */
    void listen(int many, BooleanSupplier isOver) {
        long until = publications() + many;
        await(
                "publications",
                () -> publications >= until || !subscribed || verifier.hasSeenAll() || isOver.getAsBoolean());
    }

    void unsubscribe() {
        int id = ++lastId;
        synchronized (this) {
            unsubscribing = id;
        }
        link.send(new Request.Unsubscribe(id, channel));
        await("reply to unsubscribe", () -> answered.contains(id));
    }

    /** Breaks the connection; what was on its way is not heard. */
    void cut() {
        end();
        link.cut();
    }

    /** Ends the connection properly; what was on its way is not heard. */
    void close() {
        end();
        link.close();
    }

    synchronized boolean isSubscribed() {
        return subscribed && !ended;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    private synchronized long publications() {
        return publications;
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void heard(Heard message) {
        if (ended) {
            return;
        }
        if (message instanceof Heard.Publication publication) {
            published(publication.seen());
        } else if (message instanceof Heard.Reply reply) {
            answered(reply);
        } else if (message instanceof Heard.Unsubscribed unsubscribed) {
            subscribed = false;
            verifier.fault("unsubscribed by the server: " + unsubscribed);
        }
        notifyAll();
    }

    private void published(Seen seen) {
        publications++;
        if (subscribed) {
            verifier.delivered(seen);
        } else {
            verifier.fault("outside of a subscription: " + seen);
        }
    }

    private void answered(Heard.Reply reply) {
        if (reply.error() != 0) {
            verifier.fault("error " + reply.error() + " to command " + reply.id());
        }
        Optional<Entry> entry = reply.entry();
        if (entry.isPresent()) {
            subscribed = true;
            verifier.subscribed(entry.get());
        } else if (reply.id() == unsubscribing) {
            subscribed = false;
        }
        answered.add(reply.id());
    }

    private synchronized void ended(Closed how) {
        // A client that is too slow for its channel is let go, and comes back; under load that is no fault.
        if (!ended && how.code() != SLOW && how.code() != WRITE_TIMEOUT) {
            verifier.fault("ended by the server: " + how);
        }
        end();
    }

    private synchronized void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && !ended) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError(
                        "no " + what + " within " + PATIENCE + ": " + verifier.position() + " " + verifier.faults());
            }
            try {
                wait(Math.min(millis, LOOK_AGAIN_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }
}
