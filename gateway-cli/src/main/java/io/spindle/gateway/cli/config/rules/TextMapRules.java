package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.cli.settings.TextMap;
import java.util.List;
import java.util.function.Consumer;

/** The variables that the values of maps ask for are set. */
final class TextMapRules {
    private TextMapRules() {}

    static void check(SettingValues root, Environment environment, Consumer<Fault> faults) {
        check(root, ConfigOptions.ROOT.settings(), environment, faults);
        root.entries(ConfigOptions.ROOT.proxies)
                .forEach(entry -> check(entry, ConfigOptions.PROXY.settings(), environment, faults));
    }

    private static void check(
            SettingValues values, List<Setting<?>> settings, Environment environment, Consumer<Fault> faults) {
        for (Setting<?> setting : settings) {
            if (values.find(setting).orElse(null) instanceof TextMap map) {
                map.missing(environment)
                        .ifPresent(variable -> faults.accept(
                                Fault.at(values.nameOf(setting), variable + " is not set", "a variable of that name")));
            }
        }
    }
}
