package io.spindle.gateway.proxy;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Chooses who answers a remote call by its method's namespace: what stands before the first boundary. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#rpc-namespaces">Centrifugo: RPC namespaces</a>
 */
public final class RpcNamespaces implements RpcHandler {
    private final String boundary;
    private final Optional<String> pingMethod;
    private final Optional<RpcHandler> withoutNamespace;
    private final Map<String, Optional<RpcHandler>> namespaces;
    private final boolean nobody;

    /**
     * Chooses among handlers.
     *
     * @param boundary between namespace and the rest of a method, not empty; Centrifugo's is {@code :}
     * @param pingMethod a method that is answered at once, with nothing
     * @param withoutNamespace for methods without boundary; absent if they are switched off
     * @param namespaces by name; absent handlers are switched off
     */
    public RpcNamespaces(
            String boundary,
            Optional<String> pingMethod,
            Optional<RpcHandler> withoutNamespace,
            Map<String, Optional<RpcHandler>> namespaces) {
        if (boundary.isEmpty()) {
            throw new IllegalArgumentException("rpc.namespace_boundary: empty (expected: a separator such as \":\")");
        }
        this.boundary = boundary;
        this.pingMethod = pingMethod;
        this.withoutNamespace = withoutNamespace;
        this.namespaces = Map.copyOf(namespaces);
        this.nobody = withoutNamespace.isEmpty() && namespaces.values().stream().allMatch(Optional::isEmpty);
    }

    @Override
    public CompletionStage<RpcAnswer> call(ConnectedClient client, String method, Payload data) {
        if (pingMethod.filter(method::equals).isPresent()) {
            return CompletableFuture.completedStage(RpcAnswer.Done.NOTHING);
        }
        if (nobody) {
            return failed(pingMethod.isPresent() ? ErrorCode.METHOD_NOT_FOUND : ErrorCode.NOT_AVAILABLE);
        }
        int end = method.indexOf(boundary);
        Optional<RpcHandler> handler = end < 0 ? withoutNamespace : namespaces.get(method.substring(0, end));
        if (handler == null) {
            return failed(ErrorCode.METHOD_NOT_FOUND);
        }
        return handler.map(found -> found.call(client, method, data)).orElseGet(() -> failed(ErrorCode.NOT_AVAILABLE));
    }

    private static CompletionStage<RpcAnswer> failed(ErrorCode error) {
        return CompletableFuture.completedStage(new RpcAnswer.Failed(error));
    }
}
