package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.assembly.ChoiceRules;
import io.spindle.gateway.cli.assembly.FileChoices;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.config.FileVariables;
import io.spindle.gateway.cli.config.InsecureSwitches;
import io.spindle.gateway.cli.config.NobodyConnects;
import io.spindle.gateway.cli.config.rules.ConfigRules;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a start with a configuration file. */
final class FileCheck {
    private FileCheck() {}

    /** @throws io.spindle.gateway.cli.file.BadFileException if there is no such file, or it can't be read */
    static CheckedSettings of(String file, ServeRequest request, Environment environment) {
        Configuration configuration = Configuration.read(file, request.flags(), environment);
        SettingValues values = configuration.values();
        List<Fault> faults = new ArrayList<>(configuration.faults());
        List<String> warnings = new ArrayList<>();
        if (request.allowUnsupported()) {
            configuration.unsupported().forEach(each -> warnings.add(each.line()));
        } else {
            faults.addAll(configuration.unsupported());
        }
        Optional<String> secret = Embedded.secret(values, ConfigOptions.ROOT.client.token.keys(), request.embedded());
        FileChoices choices = FileChoices.of(values, secret, request.embedded());
        Stream.of(ConfigRules.faults(values, environment), ChoiceRules.faults(values, choices))
                .flatMap(List::stream)
                .filter(rule -> faults.stream().noneMatch(each -> each.setting().equals(rule.setting())))
                .toList()
                .forEach(faults::add);
        warnings.addAll(FileVariables.warnings(values, environment, values.get(ChannelSettings.POLICY)));
        warnings.addAll(InsecureSwitches.warnings(values));
        if (faults.isEmpty()) {
            NobodyConnects.warning(values, secret).ifPresent(warnings::add);
        }
        return new CheckedSettings(values, List.copyOf(faults), List.copyOf(warnings), Optional.of(choices));
    }
}
