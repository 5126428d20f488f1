package io.spindle.gateway.transport.memory;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.transport.Transport;
import io.spindle.gateway.api.transport.TransportContract;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.worker.WorkerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class MemoryTransportContractTest extends TransportContract {
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected Transport open() {
        return new MemoryTransport(
                Map.of("default", (event, context) -> handled.add(event.id())),
                WorkerSettings.DEFAULT,
                new GatewayMetrics(new MetricRegistry()).workers());
    }

    @Override
    protected String workerId() {
        return "default-00";
    }

    @Override
    protected List<String> eventIdsAtWorker() {
        synchronized (handled) {
            return List.copyOf(handled);
        }
    }
}
