package io.spindle.gateway.delivery;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A subscriber that listens for a while, and then is cut off, leaves, or unsubscribes and subscribes again; until it has
 * seen everything.
 *
 * @param longestStay publications that it hears at most before it goes
 * @param isOver whether to stop before everything is seen
 */
record Roamer(
        Way way,
        String token,
        String channel,
        Verifier verifier,
        Random random,
        int longestStay,
        BooleanSupplier isOver)
        implements Runnable {
    @Override
    public void run() {
        while (!verifier.hasSeenAll() && !isOver.getAsBoolean()) {
            Stay stay = new Stay(way, token, channel, verifier);
            listen(stay);
            if (random.nextBoolean()) {
                stay.cut();
            } else {
                stay.close();
            }
        }
    }

    private void listen(Stay stay) {
        boolean comesBack = true;
        while (comesBack && !stay.isEnded() && !verifier.hasSeenAll() && !isOver.getAsBoolean()) {
            stay.subscribe();
            stay.listen(1 + random.nextInt(longestStay), isOver);
            comesBack = random.nextInt(3) == 0 && stay.isSubscribed();
            if (comesBack) {
                stay.unsubscribe();
            }
        }
    }
}
