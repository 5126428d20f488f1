package io.spindle.gateway;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.http.HttpSettings;
import io.spindle.gateway.http.admission.ConnectionLimits;
import io.spindle.gateway.http.api.ApiSettings;
import io.spindle.gateway.http.websocket.WebSocketSettings;
import io.spindle.gateway.session.SessionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What a gateway is made of; checked. */
record GatewaySettings(
        Optional<String> nodeName,
        Authenticator authenticator,
        ChannelPolicy channelPolicy,
        RpcSettings rpc,
        int callbackThreads,
        WayToWorkers workers,
        Function<Executor, Broker> brokers,
        HttpSettings http,
        ApiSettings api,
        SessionSettings sessions,
        WebSocketSettings websocket,
        TransportSettings transports,
        ConnectionLimits connectionLimits,
        MetricRegistry metricRegistry,
        Duration shutdownTimeout) {}
