package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.config.FileVariables;
import io.spindle.gateway.cli.settings.AllSettings;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.KnownVariables;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.cli.settings.SettingsReader;
import java.util.Optional;

/** The settings of a start without a configuration file. */
final class TableCheck {
    private TableCheck() {}

    static CheckedSettings of(ServeRequest request, Environment environment) {
        SettingsReader reader = new SettingsReader(request.flags(), environment);
        SettingValues values = reader.read(AllSettings.TABLE);
        return new CheckedSettings(
                values,
                SettingsCheck.faults(values, reader.faults(), request),
                environment.warnings(
                        KnownVariables.of(AllSettings.TABLE),
                        values.get(ChannelSettings.POLICY),
                        // looked up only for a variable that is unknown here: a start should not wait for it
                        name -> FileVariables.areKnown(name)),
                Optional.empty());
    }
}
