package io.spindle.gateway;

import io.spindle.gateway.broker.Broker;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Lets tests of other packages put a broker of their own behind a gateway. */
public final class Brokers {
    private Brokers() {}

    public static GatewayBuilder behind(GatewayBuilder builder, Function<Executor, Broker> broker) {
        return builder.brokers(broker);
    }
}
