package io.spindle.gateway.session;

import io.spindle.gateway.filter.TagsFilter;
import io.spindle.gateway.hub.PublicationForm;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * Where one subscription stands in its channel's stream, which publications it wants, and in what form. Subscriptions that
 * get everything as it is have none.
 *
 * <p>Guarded by the monitor of the session's {@link Outbound}, but for what is final.
 */
final class StreamCursor {
    private final boolean positioned;
    private final boolean delta;
    private final @Nullable TagsFilter filter;

    private long offset;
    private String epoch = "";

    /** Whether the client has the publication before the next one, so that it can apply a difference. */
    private boolean hasBase;

    /** When the position was last known to be right, by {@link System#nanoTime()}. */
    private long checkedNanos;

    /** What is to be done with a publication. */
    enum Verdict {
        /** It is the next one. */
        TAKE,
        /** It is the next one, and not wanted. */
        PASS,
        /** The client has it. */
        KNOWN,
        /** One before it was missed, or it is of another stream. */
        GAP
    }

    /**
     * @param positioned whether the position is watched
     * @param delta whether the client agreed on deltas
     * @param filter by tags, if there is one
     */
    StreamCursor(boolean positioned, boolean delta, @Nullable TagsFilter filter) {
        this.positioned = positioned;
        this.delta = delta;
        this.filter = filter;
    }

    /** The subscription begins here. */
    void begin(StreamPosition position, boolean clientHasBase, long nowNanos) {
        offset = position.offset();
        epoch = position.epoch();
        hasBase = clientHasBase;
        checkedNanos = nowNanos;
    }

    Verdict look(SharedPush push, Publication publication) {
        if (positioned && publication.offset() != 0) {
            if (!epoch.isEmpty() && !epoch.equals(push.epoch())) {
                return Verdict.GAP;
            }
            int order = Long.compareUnsigned(publication.offset(), offset + 1);
            if (order != 0) {
                return order < 0 ? Verdict.KNOWN : Verdict.GAP;
            }
        }
        return filter == null || filter.matches(publication.tags()) ? Verdict.TAKE : Verdict.PASS;
    }

    /** In what form to send the next one. */
    PublicationForm form(SharedPush push) {
        if (!delta) {
            return PublicationForm.PLAIN;
        }
        return hasBase && positioned && push.hasPrevious() ? PublicationForm.PATCH : PublicationForm.FULL;
    }

    /** It was sent, or passed over. */
    void advance(SharedPush push, Publication publication, long nowNanos) {
        boolean inStream = publication.offset() != 0;
        // What is in no stream is a base for the client, but not for the next one's difference.
        hasBase = inStream;
        if (positioned && inStream) {
            offset = publication.offset();
            epoch = push.epoch();
            checkedNanos = nowNanos;
        }
    }

    boolean isPositioned() {
        return positioned;
    }

    StreamPosition position() {
        return new StreamPosition(offset, epoch);
    }

    /** Whether nothing has told for so long that the position is right. */
    boolean isDue(long nowNanos, long afterNanos) {
        return positioned && nowNanos - checkedNanos >= afterNanos;
    }

    void checked(long nowNanos) {
        checkedNanos = nowNanos;
    }
}
