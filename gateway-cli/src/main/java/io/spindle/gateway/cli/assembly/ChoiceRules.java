package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.cli.config.ChannelOptions;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.List;

/** What must hold once it is known who decides in channels, and whether there are workers. */
public final class ChoiceRules {
    private static final String ANOTHER_POLICY = "channel options beside it: another policy decides in channels";

    private final SettingValues root;
    private final FileChoices choices;
    private final List<Fault> faults = new ArrayList<>();

    private ChoiceRules(SettingValues root, FileChoices choices) {
        this.root = root;
        this.choices = choices;
    }

    public static List<Fault> faults(SettingValues root, FileChoices choices) {
        ChoiceRules rules = new ChoiceRules(root, choices);
        rules.policy();
        if (!choices.namespaces()) {
            rules.besideAnotherPolicy();
        }
        if (!choices.workers()) {
            rules.withoutWorkers();
        }
        return List.copyOf(rules.faults);
    }

    private void policy() {
        if (!FileChoices.isPluginChosen(root)) {
            return;
        }
        if (root.find(ChannelSettings.PLUGINS_DIR).isEmpty()) {
            faults.add(root.fault(
                    ChannelSettings.POLICY, "default; or the name of a plugin, its folder in policy.plugins_dir"));
        }
        if (FileChoices.hasChannelOptions(root)) {
            faults.add(root.fault(ChannelSettings.POLICY, "this or options of channel, not both: one policy decides"));
        }
    }

    private void besideAnotherPolicy() {
        ClientOptions client = ConfigOptions.ROOT.client;
        for (Setting<Boolean> each :
                List.of(client.insecure, client.personalChannelEnabled, client.subscriptionTokenEnabled)) {
            if (root.get(each)) {
                faults.add(root.fault(each, ANOTHER_POLICY));
            }
        }
        if (root.find(client.userIdHttpHeader).isPresent()) {
            faults.add(root.fault(client.userIdHttpHeader, ANOTHER_POLICY));
        }
        boolean someone = choices.secret().isPresent()
                || root.get(AccessSettings.ANONYMOUS)
                || new TokenAssembly(root, faults::add).believesSomeone(client.token);
        if (!someone) {
            faults.add(Fault.missingAt(
                    client.token.hmacSecretKey.path(),
                    "a key of client.token; or client.allow_anonymous_connect_without_token: true"));
        }
    }

    private void withoutWorkers() {
        root.entries(ConfigOptions.ROOT.channel.namespaces)
                .forEach(entry -> delivery(entry, ChannelOptions.ENTRY.options));
        delivery(root, ConfigOptions.ROOT.channel.withoutNamespace);
        List.of(
                        RedisConnectionSettings.POOL_SIZE,
                        RedisConnectionSettings.MIN_IDLE,
                        RedisConnectionSettings.MAX_RETRIES)
                .stream()
                .filter(each -> root.given(each).isPresent())
                .findFirst()
                .ifPresent(each -> faults.add(Fault.missingAt(
                        RedisConnectionSettings.URL.path(),
                        RedisConnectionSettings.URL.kind().expected() + "; as " + root.nameOf(each) + " is set")));
    }

    private void delivery(SettingValues values, NamespaceOptions names) {
        if (values.find(names.delivery).filter("relay"::equals).isPresent()) {
            faults.add(values.fault(names.delivery, "workers.redis.url beside it: there are no workers"));
        }
    }
}
