package io.spindle.gateway.broker.memory;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The publications that a channel keeps, and the position and version of the last one. The publications are forgotten
 * their TTL after the last of them, all at once; position and version the meta TTL after the last use: then it is another
 * stream, with an epoch of its own.
 *
 * <p>Not thread-safe; guarded by its channel. Times are of one clock in nanoseconds.
 *
 * @see <a href="https://centrifugal.dev/docs/server/history_and_recovery">Centrifugal: history and recovery</a>
 */
final class Stream {
    private static final int EPOCH_LETTERS = 8;

    /** Longer is for ever; the clock can't count further than three times that. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final KeptPublications kept = new KeptPublications();
    private String epoch = newEpoch();
    private long top;
    private long version;
    private String versionEpoch = "";
    private long keptUntil;
    private long knownUntil;

    Stream(long now) {
        keptUntil = now;
        knownUntil = now + nanos(HistoryOptions.DEFAULT_META_TTL);
    }

    /** Forgets what is past its time, and prolongs the life of the rest; comes before all else. */
    void use(HistoryOptions options, long now) {
        if (isForgotten(now)) {
            kept.clear();
            epoch = newEpoch();
            top = 0;
            version = 0;
            versionEpoch = "";
        }
        forgetPublications(now);
        knownUntil = now + nanos(options.metaTtl());
    }

    /** Drops the publications if they are past their time. */
    void forgetPublications(long now) {
        if (now - keptUntil >= 0) {
            kept.clear();
        }
    }

    /** Whether nothing at all is left of it. */
    boolean isForgotten(long now) {
        return now - knownUntil >= 0;
    }

    StreamPosition top() {
        return new StreamPosition(top, epoch);
    }

    /** Whether the version of a publication is not above that of the last one. */
    boolean isOutdated(PublishOptions options) {
        return options.version() != 0
                && (options.versionEpoch().isEmpty() || options.versionEpoch().equals(versionEpoch))
                && Long.compareUnsigned(options.version(), version) <= 0;
    }

    /** Appends a publication, and says how it goes out. */
    StreamPublication append(Publication publication, PublishOptions options, long now) {
        Optional<Payload> previous = options.delta() ? kept.newest().map(Publication::data) : Optional.empty();
        top++;
        Publication placed = publication.at(new StreamPosition(top, epoch));
        // Who reads history is told the epoch beside it.
        kept.add(
                placed.epoch().isEmpty() ? placed : publication.at(new StreamPosition(top, "")),
                options.history().size());
        if (options.version() != 0) {
            version = options.version();
            versionEpoch = options.versionEpoch();
        }
        keptUntil = now + nanos(options.history().ttl());
        return new StreamPublication(placed, epoch, options.delta(), previous);
    }

    HistoryPage read(HistoryQuery query) {
        return new HistoryPage(publications(query), top());
    }

    void clear() {
        kept.clear();
    }

    private List<Publication> publications(HistoryQuery query) {
        int limit = query.limit() < 0 ? Integer.MAX_VALUE : query.limit();
        long since = query.since().orElse(query.reverse() ? top + 1 : 0);
        boolean beyondTheTop = query.since().isPresent() && Long.compareUnsigned(since, top) > 0;
        if (limit == 0 || beyondTheTop) {
            return List.of();
        }
        // How many of those kept are newer than that offset, and how many older: offsets have no gaps.
        long newer = Math.min(top - since, kept.count());
        long older = Math.max(0, kept.count() - (top - since) - 1);
        return query.reverse()
                ? kept.backward((int) older, (int) Math.min(limit, older))
                : kept.forward(kept.count() - (int) newer, (int) Math.min(limit, newer));
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
    }

    private static String newEpoch() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder letters = new StringBuilder(EPOCH_LETTERS);
        for (int i = 0; i < EPOCH_LETTERS; i++) {
            int letter = random.nextInt(52);
            letters.append((char) (letter < 26 ? 'A' + letter : 'a' + letter - 26));
        }
        return letters.toString();
    }
}
