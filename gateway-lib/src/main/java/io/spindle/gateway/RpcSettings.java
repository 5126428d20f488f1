package io.spindle.gateway;

import io.spindle.gateway.api.rpc.MessageHandler;
import io.spindle.gateway.api.rpc.RpcHandler;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers clients outside of channels.
 *
 * @param methods handlers by method
 * @param others for all other methods
 * @param messages for what is not answered
 */
record RpcSettings(Map<String, RpcHandler> methods, Optional<RpcHandler> others, Optional<MessageHandler> messages) {
    RpcSettings {
        methods = Map.copyOf(methods);
    }
}
