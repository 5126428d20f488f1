package io.spindle.gateway.cli.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values of flags, environment and defaults, in this order, and collects every fault on the way. Used once, by one
 * thread.
 */
public final class SettingsReader {
    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Setting<?>, Object> values = new HashMap<>();
    private final Map<Setting<?>, Given> givens = new HashMap<>();

    /** @param flags by their names, with the dashes; only those that were given */
    public SettingsReader(Map<String, String> flags, Environment environment) {
        this.flags = flags;
        this.environment = environment.variables();
    }

    /** Values of these settings; where there is a fault, the default stands so that further checks find something. */
    public SettingValues read(List<Setting<?>> settings) {
        settings.forEach(this::read);
        return new SettingValues(values, givens);
    }

    /** What was wrong, in the order of the settings. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private <T> void read(Setting<T> setting) {
        Kind<T> kind = setting.kind();
        Optional<Given> given = fromFlags(setting).or(() -> fromEnvironment(setting));
        Optional<T> value = given.flatMap(each -> kind.parser().apply(each.text()));
        given.ifPresent(each -> givens.put(setting, each));
        if (given.isPresent() && value.isEmpty()) {
            faults.add(Fault.badValue(setting, given.get(), kind.expected()));
        }
        value.or(() -> setting.defaultText().flatMap(kind.parser())).ifPresent(each -> values.put(setting, each));
    }

    private Optional<Given> fromFlags(Setting<?> setting) {
        List<Given> found = new ArrayList<>();
        find(flags, setting.flag(), true).ifPresent(found::add);
        if (setting.kind().fromFile()) {
            find(flags, setting.fileFlag(), true)
                    .flatMap(file -> content(setting, file))
                    .ifPresent(found::add);
        }
        return agreed(setting, found);
    }

    private Optional<Given> fromEnvironment(Setting<?> setting) {
        List<Given> found = new ArrayList<>();
        for (String variable : setting.variables()) {
            find(environment, variable, false).ifPresent(found::add);
            if (setting.kind().fromFile()) {
                find(environment, Setting.fileVariable(variable), false)
                        .flatMap(file -> content(setting, file))
                        .ifPresent(found::add);
            }
        }
        return agreed(setting, found);
    }

    /** An empty text is how scripts say that nothing is set. */
    private static Optional<Given> find(Map<String, String> texts, String name, boolean inFlag) {
        return Optional.ofNullable(texts.get(name))
                .filter(text -> !text.isEmpty())
                .map(text -> new Given(name, text, inFlag));
    }

    /** Two names of one setting may both be set, but not to different values: nobody could say which was meant. */
    private Optional<Given> agreed(Setting<?> setting, List<Given> found) {
        for (Given other : found) {
            if (!other.text().equals(found.get(0).text())) {
                faults.add(Fault.badValue(
                        setting, other, "the value of " + found.get(0).name() + ", another name of the same setting"));
            }
        }
        return found.stream().findFirst();
    }

    private Optional<Given> content(Setting<?> setting, Given file) {
        return SettingFile.read(setting, file, faults::add).map(text -> new Given(file.name(), text, file.inFlag()));
    }
}
