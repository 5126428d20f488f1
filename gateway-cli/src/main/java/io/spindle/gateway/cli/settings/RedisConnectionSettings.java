package io.spindle.gateway.cli.settings;

import io.spindle.gateway.redis.RedisSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way to Redis. */
public final class RedisConnectionSettings {
    private static final Kind<String> URL_KIND = Kinds.text(
                    "<url>",
                    "redis://host:6379, rediss:// for TLS, several with commas for a cluster, or"
                            + " redis+sentinel://host:26379/master",
                    url -> Kinds.isAccepted(() -> RedisSettings.of(url)))
            .disclosing(Disclosure.NO_CREDENTIALS)
            .orFromFile();

    public static final Setting<String> URL = Setting.of(
                    Section.REDIS,
                    "REDIS_URL",
                    URL_KIND,
                    "redis://localhost:6379",
                    "Where Redis is: workers' streams and routes.")
            .atOwn("workers.redis.url")
            .withFile(URL_KIND, Optional.empty());

    public static final Setting<Integer> POOL_SIZE = Setting.of(
                    Section.REDIS,
                    "REDIS_POOL_SIZE",
                    Kinds.integer(1, 1000),
                    "10",
                    "Most connections to a Redis server.")
            .atOwn("workers.redis.pool_size");

    public static final Setting<Integer> MIN_IDLE = Setting.of(
                    Section.REDIS,
                    "REDIS_MIN_IDLE",
                    Kinds.integer(0, 1000),
                    "2",
                    "Connections kept open to a Redis server; at most REDIS_POOL_SIZE.")
            .atOwn("workers.redis.min_idle");

    public static final Setting<Integer> MAX_RETRIES = Setting.of(
                    Section.REDIS,
                    "REDIS_MAX_RETRIES",
                    Kinds.integer(0, 100),
                    "3",
                    "Further tries of a command that Redis did not answer.")
            .atOwn("workers.redis.max_retries");

    public static final Setting<Duration> DIAL_TIMEOUT = Setting.of(
                    Section.REDIS,
                    "REDIS_DIAL_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(10), Duration.ofMinutes(5)),
                    "5s",
                    "How long opening a connection to Redis may take.")
            .atOwn("workers.redis.dial_timeout");

    static final List<Setting<?>> ALL = List.of(URL, POOL_SIZE, MIN_IDLE, MAX_RETRIES, DIAL_TIMEOUT);

    private RedisConnectionSettings() {}
}
