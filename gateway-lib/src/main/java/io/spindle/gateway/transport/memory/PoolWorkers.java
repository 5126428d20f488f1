package io.spindle.gateway.transport.memory;

import java.util.regex.Pattern;

/** The names of workers in this process: one for each pool, named as the first worker of a pool elsewhere. */
final class PoolWorkers {
    private static final String FIRST = "-00";
    private static final Pattern POOL = Pattern.compile("[A-Za-z0-9._-]{1," + (64 - FIRST.length()) + "}");

    private PoolWorkers() {}

    static String workerId(String pool) {
        if (!POOL.matcher(pool).matches()) {
            throw new IllegalArgumentException("pool: \"" + pool + "\" (expected: " + POOL + ")");
        }
        return pool + FIRST;
    }
}
