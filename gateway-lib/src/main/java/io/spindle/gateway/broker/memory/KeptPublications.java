package io.spindle.gateway.broker.memory;

import io.spindle.gateway.protocol.Publication;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last publications of a stream, oldest first, in a ring that grows as needed. Not thread-safe. */
final class KeptPublications {
    private static final @Nullable Publication[] NONE = {};
    private static final int FIRST_CAPACITY = 4;

    private @Nullable Publication[] ring = NONE;
    private int oldest;
    private int count;

    int count() {
        return count;
    }

    Optional<Publication> newest() {
        return count == 0 ? Optional.empty() : Optional.of(at(count - 1));
    }

    /** Adds the newest, and drops the oldest ones until no more than so many are there. */
    void add(Publication publication, int size) {
        while (count >= size) {
            dropOldest();
        }
        if (count == ring.length) {
            grow(size);
        }
        ring[place(count)] = publication;
        count++;
    }

    void clear() {
        ring = NONE;
        oldest = 0;
        count = 0;
    }

    /** So many from an index on, 0 for the oldest. */
    List<Publication> forward(int from, int many) {
        List<Publication> page = new ArrayList<>(many);
        for (int i = from; i < from + many; i++) {
            page.add(at(i));
        }
        return Collections.unmodifiableList(page);
    }

    /** So many before an index, newest first. */
    List<Publication> backward(int before, int many) {
        List<Publication> page = new ArrayList<>(many);
        for (int i = before - 1; i >= before - many; i--) {
            page.add(at(i));
        }
        return Collections.unmodifiableList(page);
    }

    private void dropOldest() {
        ring[oldest] = null;
        oldest = place(1);
        count--;
    }

    private void grow(int size) {
        // Doubled, but not beyond what will ever be there.
        int capacity = (int) Math.min(size, Math.max(FIRST_CAPACITY, ring.length * 2L));
        @Nullable Publication[] larger = new Publication[capacity];
        for (int i = 0; i < count; i++) {
            larger[i] = at(i);
        }
        ring = larger;
        oldest = 0;
    }

    private Publication at(int index) {
        return Objects.requireNonNull(ring[place(index)]);
    }

    private int place(int index) {
        int place = oldest + index;
        return place < ring.length ? place : place - ring.length;
    }
}
