package io.spindle.gateway.cli.settings;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What each setting is for this run: given or default, read and checked. */
public final class SettingValues {
    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, Given> given;

    SettingValues(Map<Setting<?>, Object> values, Map<Setting<?>, Given> given) {
        this.values = Map.copyOf(values);
        this.given = Map.copyOf(given);
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
}
