package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.KnownVariables;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;

/** The variables that set something in a start with a configuration file. */
public final class FileVariables {
    private FileVariables() {}

    /** Whether the variable sets something there, in whatever entry of a list. */
    public static boolean areKnown(String variable) {
        return KnownVariables.of(ConfigOptions.table()).contains(variable)
                || ConfigOptions.ROOT.lists().stream()
                        .map(EntryList::variables)
                        .flatMap(List::stream)
                        .anyMatch(variable::startsWith);
    }

    /** One line per variable with a prefix of ours that sets nothing. */
    public static List<String> warnings(SettingValues values, Environment environment, String policy) {
        KnownVariables known = KnownVariables.of(ConfigOptions.table(), ConfigOptions.ROOT.lists(), values);
        return environment.warnings(known, policy, name -> false);
    }
}
