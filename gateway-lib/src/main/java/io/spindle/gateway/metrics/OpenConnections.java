package io.spindle.gateway.metrics;

import com.codahale.metrics.Gauge;
import java.util.concurrent.atomic.LongAdder;

/** The number of open connections, over all gateways that share a registry. Thread-safe. */
final class OpenConnections implements Gauge<Long> {
    private final LongAdder open = new LongAdder();

    void opened() {
        open.increment();
    }

    void closed() {
        open.decrement();
    }

    @Override
    public Long getValue() {
        return open.sum();
    }
}
