package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.GoDuration;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import java.time.Duration;
import java.util.function.Consumer;

/** What must hold between times, and between sizes. */
final class LifeRules {
    private LifeRules() {}

    static void check(SettingValues root, Consumer<Fault> faults) {
        Duration ping = root.get(ConnectionSettings.PING_INTERVAL);
        Duration pong = root.get(ConnectionSettings.PONG_TIMEOUT);
        if (pong.compareTo(ping) >= 0) {
            boolean pongGiven = root.given(ConnectionSettings.PONG_TIMEOUT).isPresent();
            faults.accept(root.fault(
                    pongGiven ? ConnectionSettings.PONG_TIMEOUT : ConnectionSettings.PING_INTERVAL,
                    pongGiven
                            ? "less than client.ping_interval, which is " + GoDuration.format(ping)
                            : "more than client.pong_timeout, which is " + GoDuration.format(pong)));
        }
        int most = root.get(RedisConnectionSettings.POOL_SIZE);
        if (root.get(RedisConnectionSettings.MIN_IDLE) > most) {
            boolean idleGiven = root.given(RedisConnectionSettings.MIN_IDLE).isPresent();
            faults.accept(root.fault(
                    idleGiven ? RedisConnectionSettings.MIN_IDLE : RedisConnectionSettings.POOL_SIZE,
                    idleGiven
                            ? "at most workers.redis.pool_size, which is " + most
                            : "at least workers.redis.min_idle, which is "
                                    + root.get(RedisConnectionSettings.MIN_IDLE)));
        }
    }
}
