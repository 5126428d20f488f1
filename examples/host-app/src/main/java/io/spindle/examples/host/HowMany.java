package io.spindle.examples.host;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A remote call: how many are in the chat, {@code {"clients":3}}. */
final class HowMany implements RpcHandler {
    private final Supplier<CompletionStage<Integer>> count;

    HowMany(Supplier<CompletionStage<Integer>> count) {
        this.count = count;
    }

    @Override
    public CompletionStage<RpcAnswer> call(ConnectedClient client, String method, Payload data) {
        return count.get().thenApply(clients -> RpcAnswer.done(Payload.json("{\"clients\":" + clients + "}")));
    }
}
