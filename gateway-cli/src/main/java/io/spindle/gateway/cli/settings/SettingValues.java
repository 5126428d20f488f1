package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What each setting is for this run, at the root or in an entry of a list: given or default, read and checked. */
public final class SettingValues {
    private final String path;
    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, Given> given;
    private final Map<EntryList, List<SettingValues>> entries;

    SettingValues(
            String path,
            Map<Setting<?>, Object> values,
            Map<Setting<?>, Given> given,
            Map<EntryList, List<SettingValues>> entries) {
        this.path = path;
        this.values = Map.copyOf(values);
        this.given = Map.copyOf(given);
        this.entries = Map.copyOf(entries);
    }

    /** The value of a setting that has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new NoSuchElementException(setting.name()));
    }

    /** Empty if nothing was given and there is no default. */
    @SuppressWarnings("unchecked") // the reader puts under each setting what the setting's own kind made
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    /** What somebody gave for it; empty where the default counts. */
    public Optional<Given> given(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting));
    }

    /** The entries of a list, in its order. */
    public List<SettingValues> entries(EntryList list) {
        return entries.getOrDefault(list, List.of());
    }

    /** Where these values are, for people: empty at the root, {@code channel.namespaces[chat].} in an entry. */
    public String path() {
        return path;
    }

    /** What is called so by whoever gave it, or else by its path. */
    public String nameOf(Setting<?> setting) {
        return given(setting).map(Given::name).orElse(path + setting.path());
    }

    /** A value that is not allowed beside the others. */
    public Fault fault(Setting<?> setting, String expected) {
        return given(setting)
                .map(each -> Fault.badValue(setting, each, expected))
                .orElseGet(() -> Fault.missingAt(path + setting.path(), expected));
    }
}
