package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.config.rules.ConfigRules;
import io.spindle.gateway.cli.file.ConfigFile;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration that was read, with all that is wrong with it. */
public record Read(Configuration configuration, List<String> faults) {
    public static final ConfigOptions ROOT = ConfigOptions.ROOT;

    public static Read json(String text) {
        return json(text, Map.of());
    }

    public static Read json(String text, Map<String, String> environment) {
        return text(text, ".json", Map.of(), environment);
    }

    public static Read yaml(String text) {
        return text(text, ".yaml", Map.of(), Map.of());
    }

    public static Read toml(String text) {
        return text(text, ".toml", Map.of(), Map.of());
    }

    /** One of the files beside the tests. */
    public static Read sample(String name) {
        return of(ConfigFile.load(path(name)), Map.of(), new Environment(Map.of()));
    }

    public static String path(String name) {
        return Path.of("src", "test", "resources", "config", name).toString();
    }

    public static Read text(String text, String ending, Map<String, String> flags, Map<String, String> environment) {
        try {
            Path file = Files.createTempFile("spindle", ending);
            try {
                Files.writeString(file, text);
                return of(ConfigFile.load(file.toString()), flags, new Environment(environment));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read of(Fields file, Map<String, String> flags, Environment environment) {
        Configuration configuration = Configuration.of(file, flags, environment);
        List<String> faults = new ArrayList<>();
        configuration.faults().stream().map(Fault::line).forEach(faults::add);
        configuration.unsupported().stream().map(Fault::line).forEach(faults::add);
        ConfigRules.faults(configuration.values(), environment).stream()
                .map(Fault::line)
                .forEach(faults::add);
        return new Read(configuration, List.copyOf(faults));
    }

    public SettingValues values() {
        return configuration.values();
    }

    public <T> T get(Setting<T> setting) {
        return values().get(setting);
    }

    public List<SettingValues> entries(EntryList list) {
        return values().entries(list);
    }

    /** The namespace of that name. */
    public SettingValues namespace(String name) {
        return entries(ROOT.channel.namespaces).stream()
                .filter(entry -> entry.get(ChannelOptions.ENTRY.name).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
