package io.spindle.gateway.transport.redis;

import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.api.transport.TransportContract;
import io.spindle.gateway.redis.RedisFixture;
import io.spindle.gateway.redis.RedisServerProcess;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisTransportContractTest extends TransportContract {
    @RegisterExtension
    static final RedisServerProcess server = new RedisServerProcess();

    private RedisFixture redis;

    @Override
    protected Transport open() {
        server.command("FLUSHALL");
        server.command("ZADD", "workers:active", "1", workerId());
        redis = RedisFixture.connect(server);
        return new RedisStreamTransport(redis.connection, redis.workers, RedisTransportSettings.DEFAULTS);
    }

    @Override
    protected String workerId() {
        return "worker-0";
    }

    @Override
    protected List<String> eventIdsAtWorker() {
        return EventJson.ids(server.payloads(workerId()));
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }
}
