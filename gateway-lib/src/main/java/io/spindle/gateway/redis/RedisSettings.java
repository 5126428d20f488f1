package io.spindle.gateway.redis;

import java.time.Duration;

/**
 * How Redis is reached.
 *
 * @param url {@code redis://[user:password@]host[:port][/db]}, {@code rediss://…} for TLS; a comma list of such addresses
 *     for the nodes of a cluster; {@code redis+sentinel://[user:password@]host:port,host:port/masterName} for Sentinel
 *     ({@code rediss+sentinel://} with TLS)
 * @param poolSize connections per node, at most
 * @param minIdle connections per node that are kept open
 * @param maxRetries how often a command of reading or routing is tried again; appends have rules of their own
 * @param dialTimeout for a connection to come about, and for the start as a whole
 * @param commandTimeout for the answer to one command
 */
public record RedisSettings(
        String url, int poolSize, int minIdle, int maxRetries, Duration dialTimeout, Duration commandTimeout) {
    public static final String DEFAULT_URL = "redis://localhost:6379";

    private static final int MAX_POOL_SIZE = 1_000;
    private static final int MAX_RETRIES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public RedisSettings {
        RedisUrl.parse(url);
        if (poolSize < 1 || poolSize > MAX_POOL_SIZE) {
            throw new IllegalArgumentException(
                    "redisPoolSize: " + poolSize + " (expected: 1 to " + MAX_POOL_SIZE + ")");
        }
        if (minIdle < 0 || minIdle > poolSize) {
            throw new IllegalArgumentException(
                    "redisMinIdle: " + minIdle + " (expected: 0 to redisPoolSize, which is " + poolSize + ")");
        }
        if (maxRetries < 0 || maxRetries > MAX_RETRIES) {
            throw new IllegalArgumentException(
                    "redisMaxRetries: " + maxRetries + " (expected: 0 to " + MAX_RETRIES + ")");
        }
        requireInRange("redisDialTimeout", dialTimeout);
        requireInRange("redisCommandTimeout", commandTimeout);
    }

    /** Redis at an address, everything else at its default. */
    public static RedisSettings of(String url) {
        return new RedisSettings(url, 10, 2, 3, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    public RedisSettings withPoolSize(int poolSize) {
        return new RedisSettings(url, poolSize, minIdle, maxRetries, dialTimeout, commandTimeout);
    }

    public RedisSettings withMinIdle(int minIdle) {
        return new RedisSettings(url, poolSize, minIdle, maxRetries, dialTimeout, commandTimeout);
    }

    public RedisSettings withMaxRetries(int maxRetries) {
        return new RedisSettings(url, poolSize, minIdle, maxRetries, dialTimeout, commandTimeout);
    }

    public RedisSettings withDialTimeout(Duration dialTimeout) {
        return new RedisSettings(url, poolSize, minIdle, maxRetries, dialTimeout, commandTimeout);
    }

    public RedisSettings withCommandTimeout(Duration commandTimeout) {
        return new RedisSettings(url, poolSize, minIdle, maxRetries, dialTimeout, commandTimeout);
    }

    private static void requireInRange(String name, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1 ms to 5 min)");
        }
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "RedisSettings[url=" + RedisUrl.parse(url) + ", poolSize=" + poolSize + ", minIdle=" + minIdle
                + ", maxRetries=" + maxRetries + ", dialTimeout=" + dialTimeout + ", commandTimeout=" + commandTimeout
                + "]";
    }
}
