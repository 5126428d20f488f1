package io.spindle.gateway.rpc;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.guard.CallGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The methods that the host answers, each by a handler of its own or else by the one for all others. Always answers in
 * time, whatever a handler does. Thread-safe; for threads and failures see {@link CallGuard}.
 */
public final class RpcMethods {
    private static final CompletionStage<RpcOutcome> NOT_AVAILABLE =
            CompletableFuture.completedStage(RpcOutcome.NOT_AVAILABLE);
    private static final CompletionStage<RpcOutcome> METHOD_NOT_FOUND =
            CompletableFuture.completedStage(RpcOutcome.METHOD_NOT_FOUND);

    private final Map<String, Method> methods = new HashMap<>();
    private final Optional<Method> others;

    /**
     * Guards the handlers.
     *
     * @param handlers by method
     * @param others for all other methods, if there is one
     */
    public RpcMethods(
            Map<String, RpcHandler> handlers,
            Optional<RpcHandler> others,
            Executor executor,
            ScheduledExecutorService scheduler) {
        handlers.forEach((method, handler) ->
                methods.put(method, Method.of("the handler of rpc " + method, handler, executor, scheduler)));
        this.others = others.map(
                handler -> Method.of("rpc handler " + handler.getClass().getName(), handler, executor, scheduler));
    }

    /**
     * Has a call answered.
     *
     * @param timeoutNanos what is left of the command's time
     * @return never fails, and is complete in time
     */
    public CompletionStage<RpcOutcome> call(ConnectedClient client, String name, Payload data, long timeoutNanos) {
        Method method = methods.get(name);
        if (method == null) {
            if (others.isEmpty()) {
                return methods.isEmpty() ? NOT_AVAILABLE : METHOD_NOT_FOUND;
            }
            method = others.get();
        }
        return method.call(client, name, data, timeoutNanos);
    }

    private record Method(RpcHandler handler, CallGuard<RpcOutcome> guard) {
        static Method of(String name, RpcHandler handler, Executor executor, ScheduledExecutorService scheduler) {
            return new Method(handler, new CallGuard<>(handler, name, executor, scheduler, RpcOutcome.HANDLER_FAILED));
        }

        CompletionStage<RpcOutcome> call(ConnectedClient client, String name, Payload data, long timeoutNanos) {
            return guard.ask(() -> handler.call(client, name, data).thenApply(RpcOutcome::answered), timeoutNanos);
        }
    }
}
