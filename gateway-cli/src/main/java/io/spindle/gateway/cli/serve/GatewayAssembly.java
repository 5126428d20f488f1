package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.ProcessSettings;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.redis.RedisSettings;
import java.time.Duration;
import java.util.Optional;

/** Settings into the words of the builder. */
final class GatewayAssembly {
    private static final int MOST_CHANNELS = 1_000_000;
    private static final int LONGEST_CHANNEL = 65_535;

    private GatewayAssembly() {}

    /** A builder with everything that is a plain value; who may connect, and the workers, are not. */
    static GatewayBuilder builder(SettingValues values) {
        GatewayBuilder builder = Gateway.builder()
                .routeCacheTtl(values.get(ChannelSettings.ROUTE_CACHE_TTL))
                .shutdownTimeout(values.get(ProcessSettings.SHUTDOWN_TIMEOUT));
        listeners(builder, values);
        connections(builder, values);
        limits(builder, values);
        return builder;
    }

    /** The way to workers; empty where nobody named one, so that there are none. */
    static Optional<RedisSettings> redis(SettingValues values) {
        return values.find(RedisConnectionSettings.URL)
                .map(url -> RedisSettings.of(url)
                        .withPoolSize(values.get(RedisConnectionSettings.POOL_SIZE))
                        .withMinIdle(values.get(RedisConnectionSettings.MIN_IDLE))
                        .withMaxRetries(values.get(RedisConnectionSettings.MAX_RETRIES))
                        .withDialTimeout(values.get(RedisConnectionSettings.DIAL_TIMEOUT)));
    }

    private static void listeners(GatewayBuilder builder, SettingValues values) {
        builder.presencePublic(values.get(AccessSettings.HTTP_PRESENCE_PUBLIC));
        values.find(ListenerSettings.HTTP_PORT).ifPresent(builder::httpPort);
        values.find(ListenerSettings.METRICS_PORT).ifPresent(builder::metricsPort);
        values.find(ListenerSettings.BIND_ADDRESS).ifPresent(builder::bindAddress);
        values.find(ListenerSettings.WEBSOCKET_BIND_ADDRESS).ifPresent(builder::websocketBindAddress);
        values.find(ListenerSettings.HTTP_BIND_ADDRESS).ifPresent(builder::httpBindAddress);
        values.find(ListenerSettings.METRICS_BIND_ADDRESS).ifPresent(builder::metricsBindAddress);
        values.find(ListenerSettings.TRUSTED_PROXIES).ifPresent(builder::trustedProxies);
        values.find(AccessSettings.ALLOWED_ORIGINS).ifPresent(builder::allowedOrigins);
        values.find(AccessSettings.HTTP_API_KEY).ifPresent(builder::apiKey);
    }

    private static void connections(GatewayBuilder builder, SettingValues values) {
        builder.pingInterval(orNone(values.get(ConnectionSettings.PING_INTERVAL)))
                .pongTimeout(orNone(values.get(ConnectionSettings.PONG_TIMEOUT)))
                .writeTimeout(values.get(ConnectionSettings.WRITE_TIMEOUT))
                .readBufferBytes(values.get(ConnectionSettings.READ_BUFFER_SIZE))
                .writeBufferBytes(values.get(ConnectionSettings.WRITE_BUFFER_SIZE))
                .compression(values.get(ConnectionSettings.COMPRESSION));
    }

    private static void limits(GatewayBuilder builder, SettingValues values) {
        builder.maxMessageBytes(values.get(LimitSettings.MESSAGE_SIZE_LIMIT))
                .maxQueueBytes(values.get(LimitSettings.QUEUE_MAX_SIZE))
                .maxChannels(limit(values.get(LimitSettings.CHANNEL_LIMIT), MOST_CHANNELS))
                .maxChannelBytes(limit(values.get(LimitSettings.CHANNEL_MAX_LENGTH), LONGEST_CHANNEL))
                .maxPending(values.get(LimitSettings.MAX_PENDING))
                .maxCommandsPerSecond(values.get(LimitSettings.COMMANDS_PER_SECOND))
                .maxBytesPerSecond(values.get(LimitSettings.BYTES_PER_SECOND))
                .staleCloseDelay(values.get(LimitSettings.STALE_CLOSE_DELAY));
    }

    private static Duration orNone(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** Below 0 it is off, as far as the gateway goes. */
    private static int limit(int value, int most) {
        return value < 0 ? most : value;
    }
}
