package io.spindle.gateway;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.auth.GuardedAuthenticator;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.broker.NodeState;
import io.spindle.gateway.hub.Hub;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.policy.GuardedPolicy;
import io.spindle.gateway.presence.Presence;
import io.spindle.gateway.presence.memory.MemoryPresence;
import io.spindle.gateway.rpc.ClientMessages;
import io.spindle.gateway.rpc.RpcMethods;
import io.spindle.gateway.rpc.WorkerCalls;
import io.spindle.gateway.session.SessionServices;
import io.spindle.gateway.session.Sessions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Everything of a gateway that knows no HTTP, wired together. Started once and closed once. */
final class Engine {
    /** Bytes of pushes that wait for their fan-out; at the bound the next batch to a worker waits. */
    private static final long MAX_LANE_BYTES = 64L << 20;
    /** Remote calls that wait for workers' answers; at the bound callers get a temporary error. */
    private static final int MAX_WORKER_CALLS = 100_000;

    private final String nodeName;
    private final String nodeId = UUID.randomUUID().toString();
    private final Threads threads;
    private final GatewayMetrics metrics;
    private final Hub hub;
    private final Broker broker;
    private final Presence presence = new MemoryPresence();
    private final WorkerLink workers;
    private final WorkerCalls workerCalls;
    private final GuardedPolicy policy;
    private final Sessions sessions;
    private volatile long startedNanos;

    Engine(GatewaySettings settings) {
        this.nodeName = settings.nodeName().orElseGet(Engine::host);
        int cores = Runtime.getRuntime().availableProcessors();
        threads = new Threads(settings.callbackThreads());
        metrics = new GatewayMetrics(settings.metricRegistry());
        hub = new Hub(Math.max(2, cores), MAX_LANE_BYTES, threads.sessions());
        broker = settings.brokers().apply(threads.sessions());
        workerCalls = new WorkerCalls(MAX_WORKER_CALLS, threads.deadlines());
        workers = WorkerLinks.of(settings.workers(), metrics, threads.deadlines());
        policy = new GuardedPolicy(settings.channelPolicy(), threads.callbacks(), threads.deadlines());
        sessions = new Sessions(
                new SessionServices(
                        settings.sessions(),
                        new GuardedAuthenticator(settings.authenticator(), threads.callbacks(), threads.deadlines()),
                        policy,
                        new RpcMethods(
                                settings.rpc().methods(),
                                settings.rpc().others(),
                                threads.calls(),
                                threads.deadlines()),
                        workerCalls,
                        settings.rpc()
                                .messages()
                                .map(handler -> new ClientMessages(handler, threads.calls(), threads.deadlines())),
                        workers,
                        broker,
                        hub,
                        presence,
                        metrics,
                        threads.sessions(),
                        Clock.systemUTC(),
                        Version.TEXT,
                        nodeId),
                Math.max(2, cores / 2));
    }

    void start() {
        startedNanos = System.nanoTime();
        workers.open(hub::room, workerCalls);
        broker.start(nodeId, new NodeListener(hub, sessions, this::state));
        hub.start();
        sessions.start();
    }

    /** Answers what is in flight, ends the connections, and then everything behind them. */
    void close(Duration patience) {
        sessions.shutdown(patience);
        workers.close();
        broker.close();
        hub.close();
        sessions.close();
        presence.close();
        threads.close();
    }

    Sessions sessions() {
        return sessions;
    }

    /** How a channel behaves where no client asks; failed with {@link RefusedException} if there is none. */
    CompletionStage<ChannelOptions> options(String channel) {
        return policy.options(channel)
                .thenApply(options -> options.orElseThrow(() -> new RefusedException(ErrorCode.UNKNOWN_CHANNEL)));
    }

    Hub hub() {
        return hub;
    }

    Broker broker() {
        return broker;
    }

    Presence presence() {
        return presence;
    }

    GatewayMetrics metrics() {
        return metrics;
    }

    private NodeState state() {
        return new NodeState(
                nodeId,
                nodeName,
                Version.TEXT,
                sessions.count(),
                sessions.userCount(),
                hub.subscriberCounts(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    boolean healthy() {
        return workers.healthy();
    }

    /** A name for people; nothing is looked up by it. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
