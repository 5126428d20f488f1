package io.spindle.gateway.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redisson.api.options.ObjectParams;
import org.redisson.config.DelayStrategy;
import org.redisson.config.ReadMode;

/** Options of commands that the library must not send a second time: their sender decides about that. */
record SingleAttempt(Duration timeout) implements ObjectParams {
    @Override
    public int getTimeout() {
        return Math.toIntExact(timeout.toMillis());
    }

    @Override
    public int getRetryAttempts() {
        return 0;
    }

    @Override
    public @Nullable DelayStrategy getRetryDelay() {
        return null;
    }

    @Override
    public ReadMode getReadMode() {
        return ReadMode.MASTER;
    }
}
