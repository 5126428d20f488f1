package io.spindle.gateway.cli.serve;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.DefaultChannelPolicy;
import io.spindle.gateway.policy.PolicyPluginException;
import io.spindle.gateway.policy.PolicyPlugins;
import java.util.Map;
import java.util.Optional;

/**
 * The policy that the settings name.
 *
 * @param plugins to be closed after the gateway; present if there is a folder of them, even where none is chosen: what
 *     is wrong with a jar shows at the start
 */
record ChosenPolicy(ChannelPolicy policy, Optional<PolicyPlugins> plugins) implements AutoCloseable {

    /** @throws PolicyPluginException if a plugin can't be used */
    static ChosenPolicy of(SettingValues values, Map<String, String> settings) {
        Optional<PolicyPlugins> plugins =
                values.find(ChannelSettings.PLUGINS_DIR).map(PolicyPlugins::load);
        String name = values.get(ChannelSettings.POLICY);
        if (plugins.isEmpty() || name.equals(DefaultChannelPolicy.NAME)) {
            return new ChosenPolicy(new DefaultChannelPolicy(values.get(ChannelSettings.MAX_TEXT_LENGTH)), plugins);
        }
        try {
            return new ChosenPolicy(plugins.get().create(name, settings), plugins);
        } catch (PolicyPluginException e) {
            plugins.get().close();
            throw e;
        }
    }

    /** A policy that is no plugin. */
    static ChosenPolicy builtIn(ChannelPolicy policy) {
        return new ChosenPolicy(policy, Optional.empty());
    }

    @Override
    public void close() {
        plugins.ifPresent(PolicyPlugins::close);
    }
}
