package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.guard.NonBlocking;
import java.util.concurrent.CompletionStage;

/**
 * A backend that answers remote calls. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#rpc-proxy">Centrifugo: RPC proxy</a>
 */
final class RpcProxy implements RpcHandler, NonBlocking {
    private static final Meaning MEANING = new Meaning();

    private final ProxyCall call;

    RpcProxy(ProxyCall call) {
        this.call = call;
    }

    @Override
    public CompletionStage<RpcAnswer> call(ConnectedClient client, String method, Payload data) {
        return call.ask(call.request(client).text("method", method).data(data), client.transport(), MEANING);
    }

    /** What answers mean. */
    private record Meaning() implements ProxyAnswer.Cases<RpcAnswer> {
        @Override
        public RpcAnswer result(JsonObject fields) {
            return new RpcAnswer.Done(fields.data("data"));
        }

        @Override
        public RpcAnswer nothing() {
            return RpcAnswer.Done.NOTHING;
        }

        @Override
        public RpcAnswer failed(ErrorCode error) {
            return new RpcAnswer.Failed(error);
        }

        @Override
        public RpcAnswer ended(Disconnect disconnect) {
            return new RpcAnswer.Closed(disconnect);
        }
    }
}
