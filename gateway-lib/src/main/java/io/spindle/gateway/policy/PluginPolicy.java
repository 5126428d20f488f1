package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The policy of a plugin, asked with the plugin's class loader as the thread's own: libraries in the jar look for their
 * parts there.
 *
 * @param name the policy's name and its jar, for the log
 */
record PluginPolicy(String name, ChannelPolicy policy, PluginClassLoader loader) implements ChannelPolicy {
    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        return loader.asContext(() -> policy.decide(client, channel, action));
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return loader.asContext(() -> policy.options(channel));
    }
}
