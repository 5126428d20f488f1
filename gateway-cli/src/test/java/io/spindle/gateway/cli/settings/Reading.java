package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.Map;

/** All settings read from given flags and variables. */
record Reading(SettingValues values, List<Fault> faults) {
    static Reading of(Map<String, String> environment) {
        return of(Map.of(), environment);
    }

    static Reading of(Map<String, String> flags, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(flags, new Environment(environment));
        SettingValues values = reader.read(AllSettings.TABLE);
        return new Reading(values, reader.faults());
    }
}
