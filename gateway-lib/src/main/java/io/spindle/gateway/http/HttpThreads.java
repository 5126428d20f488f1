package io.spindle.gateway.http;

/**
 * The threads of the gateway's own server; its listeners share them. Nothing blocks on them, so few are enough.
 *
 * @param minThreads kept when idle
 * @param maxThreads at the bound requests wait in a queue
 * @param selectors of the client protocol's listener; the other listeners have one each
 */
public record HttpThreads(int minThreads, int maxThreads, int selectors) {
    private static final int BESIDE_SELECTORS = 8;

    /** For the machine's cores: selectors on half of them. */
    public static final HttpThreads DEFAULT = forCores(Runtime.getRuntime().availableProcessors());

    public HttpThreads {
        if (selectors < 1) {
            throw new IllegalArgumentException("selectors: " + selectors + " (expected: at least 1)");
        }
        if (minThreads < 1 || minThreads > maxThreads) {
            throw new IllegalArgumentException("minThreads: " + minThreads + " (expected: 1 to maxThreads)");
        }
        if (maxThreads < selectors + BESIDE_SELECTORS) {
            throw new IllegalArgumentException("maxThreads: " + maxThreads + " (expected: at least "
                    + (selectors + BESIDE_SELECTORS) + ", for " + selectors + " selectors)");
        }
    }

    static HttpThreads forCores(int cores) {
        return new HttpThreads(4, Math.max(16, 4 * cores), Math.max(1, cores / 2));
    }
}
