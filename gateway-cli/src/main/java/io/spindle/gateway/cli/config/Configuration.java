package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.ConfigFile;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.cli.settings.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file says, with flags and variables over it.
 *
 * @param file what stands in the file itself
 * @param faults of single settings and keys, in the order of the reference
 * @param unsupported what Centrifugo would do and the gateway does not
 */
public record Configuration(SettingValues values, Fields file, List<Fault> faults, List<Fault> unsupported) {

    /**
     * Reads all of it.
     *
     * @param flags of settings, by their names
     * @throws BadFileException if there is no such file, or it can't be read
     */
    public static Configuration read(String name, Map<String, String> flags, Environment environment) {
        return of(ConfigFile.load(name), flags, environment);
    }

    /** What flags and variables alone say. */
    public static Configuration withoutFile(Map<String, String> flags, Environment environment) {
        return of(Fields.NONE, flags, environment);
    }

    static Configuration of(Fields file, Map<String, String> flags, Environment environment) {
        SettingsReader reader = new SettingsReader(flags, environment, Optional.of(file));
        SettingValues values = reader.read(ConfigOptions.table(), ConfigOptions.ROOT.lists());
        List<Fault> faults = new ArrayList<>(UnknownKeys.faults(file));
        faults.addAll(reader.faults());
        return new Configuration(values, file, List.copyOf(faults), Unsupported.faults(values));
    }
}
