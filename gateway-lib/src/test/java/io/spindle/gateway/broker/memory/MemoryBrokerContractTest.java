package io.spindle.gateway.broker.memory;

import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.BrokerContract;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;

class MemoryBrokerContractTest extends BrokerContract {
    private final MovableClock clock = new MovableClock();
    private final MemoryCluster cluster = new MemoryCluster(clock, Duration.ofMillis(1));

    @Override
    protected Broker node() {
        return cluster.node(ForkJoinPool.commonPool());
    }

    @Override
    public void pass(Duration time) {
        clock.pass(time);
    }
}
