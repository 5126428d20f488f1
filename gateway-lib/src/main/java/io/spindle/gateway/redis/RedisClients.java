package io.spindle.gateway.redis;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.EqualJitterDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SubscriptionMode;

/**
 * The client library's configuration. Its defaults (32 network threads, 24 idle connections, reading from replicas,
 * reconnecting after up to ten seconds) fit neither a small machine nor routes that must never be read stale.
 */
final class RedisClients {
    private static final Duration RETRY_DELAY = Duration.ofMillis(200);
    private static final Duration FIRST_RECONNECT = Duration.ofMillis(50);
    private static final Duration SLOWEST_RECONNECT = Duration.ofMillis(500);

    private RedisClients() {}

    static Config config(RedisSettings settings, EventLoopGroup network, ExecutorService executor) {
        RedisUrl url = RedisUrl.parse(settings.url());
        Config config = new Config();
        config.setEventLoopGroup(network);
        config.setExecutor(executor);
        config.setCodec(ByteArrayCodec.INSTANCE);
        config.setReferenceEnabled(false);
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        if (url.sentinel()) {
            sentinel(config.useSentinelServers(), url, settings);
        } else if (url.cluster()) {
            cluster(config.useClusterServers(), url, settings);
        } else {
            common(config.useSingleServer(), settings)
                    .setAddress(url.addresses().get(0))
                    .setDatabase(url.database())
                    .setConnectionPoolSize(settings.poolSize())
                    .setConnectionMinimumIdleSize(settings.minIdle())
                    .setSubscriptionConnectionMinimumIdleSize(0);
        }
        return config;
    }

    private static void sentinel(SentinelServersConfig config, RedisUrl url, RedisSettings settings) {
        masterOnly(config, settings)
                .setMasterName(url.master().orElseThrow())
                .addSentinelAddress(url.addresses().toArray(String[]::new))
                .setDatabase(url.database())
                // One sentinel is enough to find the master; more is the operator's business.
                .setCheckSentinelsList(false);
    }

    private static void cluster(ClusterServersConfig config, RedisUrl url, RedisSettings settings) {
        masterOnly(config, settings)
                .addNodeAddress(url.addresses().toArray(String[]::new))
                .setScanInterval(1_000);
    }

    private static <T extends BaseMasterSlaveServersConfig<T>> T masterOnly(T config, RedisSettings settings) {
        return common(config, settings)
                // A lost route, or a "fresh read" that a replica answers, breaks stickiness.
                .setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionPoolSize(settings.poolSize())
                .setMasterConnectionMinimumIdleSize(settings.minIdle())
                .setSlaveConnectionMinimumIdleSize(0)
                .setSubscriptionConnectionMinimumIdleSize(0);
    }

    private static <T extends BaseConfig<T>> T common(T config, RedisSettings settings) {
        return config.setConnectTimeout(Math.toIntExact(settings.dialTimeout().toMillis()))
                .setTimeout(Math.toIntExact(settings.commandTimeout().toMillis()))
                .setRetryAttempts(settings.maxRetries())
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setReconnectionDelay(new EqualJitterDelay(FIRST_RECONNECT, SLOWEST_RECONNECT));
    }
}
