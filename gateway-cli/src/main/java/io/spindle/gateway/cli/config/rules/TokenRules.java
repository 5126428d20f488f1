package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.TokenOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.function.Consumer;

/** What must hold for the verification of tokens. */
final class TokenRules {
    private TokenRules() {}

    static void check(SettingValues root, ClientOptions client, Consumer<Fault> faults) {
        check(root, client.token, faults);
        if (root.get(client.subscriptionTokenEnabled)) {
            check(root, client.subscriptionToken, faults);
        }
    }

    private static void check(SettingValues root, TokenOptions options, Consumer<Fault> faults) {
        either(root, options.issuer, options.issuerRegex, faults);
        either(root, options.audience, options.audienceRegex, faults);
    }

    private static void either(
            SettingValues root, Setting<String> text, Setting<String> regex, Consumer<Fault> faults) {
        if (root.find(text).isPresent() && root.find(regex).isPresent()) {
            faults.accept(root.fault(regex, "this or " + root.nameOf(text) + ", not both"));
        }
    }
}
