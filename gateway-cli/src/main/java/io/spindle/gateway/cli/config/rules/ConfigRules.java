package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ChannelOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All rules: the start and {@code checkconfig} share them. */
public final class ConfigRules {
    private ConfigRules() {}

    /** What is wrong between these values, in the order of the reference. */
    public static List<Fault> faults(SettingValues values, Environment environment) {
        List<Fault> faults = new ArrayList<>();
        ConfigOptions root = ConfigOptions.ROOT;
        ListenerRules.check(values, faults::add);
        TokenRules.check(values, root.client, faults::add);
        LifeRules.check(values, faults::add);
        ProxyRules proxies = new ProxyRules(values, faults::add);
        proxies.check();
        namespaces(values, proxies, faults::add);
        PersonalChannelRules.check(values, faults::add);
        TransformRules.check(values, faults::add);
        NameRules.check(values, faults::add);
        TextMapRules.check(values, environment, faults::add);
        return List.copyOf(faults);
    }

    private static void namespaces(SettingValues values, ProxyRules proxies, Consumer<Fault> faults) {
        ChannelOptions channel = ConfigOptions.ROOT.channel;
        NamespaceRules rules = new NamespaceRules(values.get(channel.historyMetaTtl), proxies, faults);
        rules.check(values, channel.withoutNamespace);
        values.entries(channel.namespaces).forEach(entry -> rules.check(entry, ChannelOptions.ENTRY.options));
    }
}
