package io.spindle.gateway.cli.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which name was meant: the one with the fewest letters to change. */
public final class NearestName {
    /** With more than a third of its letters changed it is another word. */
    private static final int TOLERATED_PART = 3;

    private NearestName() {}

    public static Optional<String> of(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.<String>comparingInt(each -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(near -> distance(name, near) <= name.length() / TOLERATED_PART);
    }

    /** Levenshtein's, with one row in memory. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
