package io.spindle.gateway.protocol.json;

/** The names of a message's fields; case counts. Immutable. */
public final class Names {
    private static final int MAX = Integer.SIZE;

    private final String[] names;

    private Names(String[] names) {
        this.names = names;
    }

    /** @param names at most 32 */
    public static Names of(String... names) {
        if (names.length > MAX) {
            throw new IllegalArgumentException("names: " + names.length + " (expected: at most " + MAX + ")");
        }
        return new Names(names.clone());
    }

    /** The place of a name in the list, -1 if it is not there. A few short comparisons beat a hash. */
    public int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public int size() {
        return names.length;
    }

    public String at(int index) {
        return names[index];
    }
}
