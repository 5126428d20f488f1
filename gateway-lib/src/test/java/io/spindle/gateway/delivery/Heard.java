package io.spindle.gateway.delivery;

import java.util.Optional;

/** What a client is told. */
sealed interface Heard {
    /**
     * @param error 0 if there is none
     * @param entry if it is the reply to a subscribe command
     * @param emulated if it is the reply to a connect command whose connection has its commands beside it
     */
    record Reply(int id, int error, Optional<Entry> entry, Optional<Emulated> emulated) implements Heard {}

    /** Where commands go that come beside their connection. */
    record Emulated(String session, String node) {}

    record Disconnected(int code) implements Heard {}

    record Publication(Seen seen) implements Heard {}

    record Unsubscribed(int code) implements Heard {}

    record Ping() implements Heard {}
}
