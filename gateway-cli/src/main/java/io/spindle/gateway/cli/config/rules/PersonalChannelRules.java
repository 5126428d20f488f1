package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ChannelOptions;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.Optional;
import java.util.function.Consumer;

/** The namespace of the users' own channels exists, and keeps presence where one connection ends the others. */
final class PersonalChannelRules {
    private PersonalChannelRules() {}

    static void check(SettingValues root, Consumer<Fault> faults) {
        ClientOptions client = ConfigOptions.ROOT.client;
        if (!root.get(client.personalChannelEnabled)) {
            return;
        }
        Optional<String> name = root.find(client.personalChannelNamespace);
        Optional<SettingValues> namespace =
                name.flatMap(wanted -> root.entries(ConfigOptions.ROOT.channel.namespaces).stream()
                        .filter(entry -> entry.find(ChannelOptions.ENTRY.name)
                                .filter(wanted::equals)
                                .isPresent())
                        .findFirst());
        if (name.isPresent() && namespace.isEmpty()) {
            faults.accept(root.fault(client.personalChannelNamespace, "the name of an entry of channel.namespaces"));
            return;
        }
        NamespaceOptions options =
                name.isPresent() ? ChannelOptions.ENTRY.options : ConfigOptions.ROOT.channel.withoutNamespace;
        if (root.get(client.personalChannelSingleConnection)
                && !namespace.orElse(root).get(options.presence)) {
            faults.accept(root.fault(
                    client.personalChannelSingleConnection, "presence in the namespace of the personal channels"));
        }
    }
}
