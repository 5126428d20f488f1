package io.spindle.gateway;

import io.spindle.gateway.api.rpc.MessageHandler;
import io.spindle.gateway.api.rpc.RpcHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a builder was told about remote calls and messages. Not thread-safe. */
final class RpcChoice {
    private static final char CHANNEL_MARK = '@';

    final Map<String, RpcHandler> methods = new HashMap<>();
    Optional<RpcHandler> others = Optional.empty();
    Optional<MessageHandler> messages = Optional.empty();

    void check(Faults faults) {
        for (String method : methods.keySet()) {
            faults.unless(
                    method.indexOf(CHANNEL_MARK) < 0,
                    "rpc: \"" + method + "\" (expected: a method without @, behind which a channel is named)");
        }
    }

    RpcSettings settings() {
        return new RpcSettings(methods, others, messages);
    }
}
