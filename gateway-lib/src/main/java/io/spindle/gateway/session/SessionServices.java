package io.spindle.gateway.session;

import io.spindle.gateway.auth.GuardedAuthenticator;
import io.spindle.gateway.broker.Broker;
import io.spindle.gateway.hub.Hub;
import io.spindle.gateway.metrics.GatewayMetrics;
import io.spindle.gateway.policy.GuardedPolicy;
import io.spindle.gateway.presence.Presence;
import io.spindle.gateway.rpc.ClientMessages;
import io.spindle.gateway.rpc.RpcMethods;
import io.spindle.gateway.rpc.WorkerCalls;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What sessions work with.
 *
 * @param executor where a session goes on after it waited for somebody; its tasks never block
 * @param serverVersion told to clients
 * @param nodeId this gateway's, among all; told to clients whose commands may reach another one
 */
public record SessionServices(
        SessionSettings settings,
        GuardedAuthenticator authenticator,
        GuardedPolicy policy,
        RpcMethods methods,
        WorkerCalls workerCalls,
        Optional<ClientMessages> messages,
        WorkerEvents workers,
        Broker broker,
        Hub hub,
        Presence presence,
        GatewayMetrics metrics,
        Executor executor,
        Clock clock,
        String serverVersion,
        String nodeId) {

    /** What is left of the time of a command whose frame was read then. */
    long nanosLeft(long readAtNanos) {
        return readAtNanos + settings.times().commandTimeout().toNanos() - System.nanoTime();
    }
}
