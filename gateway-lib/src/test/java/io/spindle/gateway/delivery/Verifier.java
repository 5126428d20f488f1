package io.spindle.gateway.delivery;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;
import java.util.Optional;

/** Watches what one subscriber of one channel is told. Thread-safe. */
interface Verifier {
    /** From where the subscriber recovers, if it does. */
    Optional<StreamPosition> position();

    void subscribed(Entry entry);

    void delivered(Seen seen);

    /** Something else that must not happen. */
    void fault(String what);

    /** What was against the rules, the first of it. */
    List<String> faults();

    /** Whether nothing more is to come. */
    boolean hasSeenAll();
}
