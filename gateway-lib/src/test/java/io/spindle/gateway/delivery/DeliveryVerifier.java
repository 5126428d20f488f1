package io.spindle.gateway.delivery;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one subscriber of a channel with history may rely on, from its first subscription on, however often it goes and
 * comes back:
 *
 * <ul>
 *   <li>offsets go on by one, without a gap, a repetition or a step back, over all its connections;
 *   <li>coming back, it is told that it is recovered, and gets exactly what it missed, beginning where it was; or it is told
 *       that it is not, gets nothing of that, and goes on from the position that it is told;
 *   <li>an offset stands for the same publication for everybody.
 * </ul>
 *
 * <p>Thread-safe. Writes down what is against the rules rather than throw it at those who deliver.
 */
final class DeliveryVerifier implements Verifier {
    private static final int SHOWN_FAULTS = 5;

    private final ChannelLog log;
    private final List<String> faults = new ArrayList<>();
    private StreamPosition position;
    private int recoveries;
    private int losses;

    /** For one that was never there. */
    DeliveryVerifier(ChannelLog log) {
        this.log = log;
    }

    /** For one that wants everything from the beginning, of whatever epoch. */
    static DeliveryVerifier fromTheBeginning(ChannelLog log) {
        DeliveryVerifier verifier = new DeliveryVerifier(log);
        verifier.position = StreamPosition.ZERO;
        return verifier;
    }

    /** Where the subscriber stands; empty before its first subscription. */
    @Override
    public synchronized Optional<StreamPosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public synchronized void subscribed(Entry entry) {
        if (position == null) {
            check(entry.missed().isEmpty(), "missed publications for one that was never there: " + entry);
            position = entry.position();
        } else if (entry.recovered()) {
            recoveries++;
            check(isWhereItStands(entry.position()), "recovered from " + entry.position() + " instead of " + position);
            position = entry.position();
            entry.missed().forEach(this::delivered);
        } else {
            losses++;
            check(entry.missed().isEmpty(), "not recovered, and yet publications: " + entry);
            position = entry.position();
        }
    }

    @Override
    public synchronized void delivered(Seen seen) {
        long expected = position.offset() + 1;
        check(seen.offset() >= expected, "doubled or out of order: " + seen + " after offset " + position.offset());
        check(seen.offset() <= expected, "missing: from offset " + expected + " to before " + seen);
        log.saw(seen).ifPresent(this::fault);
        position = new StreamPosition(seen.offset(), position.epoch());
    }

    @Override
    public synchronized void fault(String what) {
        if (faults.size() < SHOWN_FAULTS) {
            faults.add(what);
        }
    }

    private boolean isWhereItStands(StreamPosition told) {
        return told.offset() == position.offset()
                && (told.epoch().equals(position.epoch()) || position.equals(StreamPosition.ZERO));
    }

    private void check(boolean kept, String otherwise) {
        if (!kept) {
            fault(otherwise);
        }
    }

    @Override
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public synchronized boolean hasSeenAll() {
        return position != null && position.offset() >= log.total();
    }

    /** How often it was told that it is recovered. */
    synchronized int recoveries() {
        return recoveries;
    }

    /** How often it was told that it is not. */
    synchronized int losses() {
        return losses;
    }
}
