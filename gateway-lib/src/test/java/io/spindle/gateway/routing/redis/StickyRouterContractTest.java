package io.spindle.gateway.routing.redis;

import io.spindle.gateway.api.routing.Router;
import io.spindle.gateway.api.routing.RouterContract;
import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.redis.RedisServerProcess;
import io.spindle.gateway.routing.StickySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class StickyRouterContractTest extends RouterContract {
    @RegisterExtension
    static final RedisServerProcess server = new RedisServerProcess();

    private RedisFixture redis;

    @Override
    protected Router open() {
        server.command("FLUSHALL");
        redis = RedisFixture.connect(server);
        return StickyRouters.open(redis, StickySettings.DEFAULTS);
    }

    @Override
    protected void addWorker(String workerId) {
        server.command("ZADD", "workers:active", "1", workerId);
        redis.workers.fresh().toCompletableFuture().join();
    }

    @Override
    protected void removeWorker(String workerId) {
        server.command("ZREM", "workers:active", workerId);
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }
}
