package io.spindle.gateway.hub;

import org.jspecify.annotations.Nullable;

/**
 * A push that waits in a channel for its subscribers.
 *
 * @param rest those who have not got it yet, if others have; null for all that the channel has when its turn comes
 */
record Fanout(SharedPush push, Subscriber @Nullable [] rest) {
    static Fanout toAll(SharedPush push) {
        return new Fanout(push, null);
    }
}
