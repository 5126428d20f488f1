package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values of flags, environment, file and defaults, in this order, and collects every fault on the way. Used once,
 * by one thread.
 */
public final class SettingsReader {
    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Optional<Fields> file;
    private final List<Fault> faults = new ArrayList<>();

    /** @param flags by their names, with the dashes; only those that were given */
    public SettingsReader(Map<String, String> flags, Environment environment) {
        this(flags, environment, Optional.empty());
    }

    /** @param file what the configuration file says, if there is one */
    public SettingsReader(Map<String, String> flags, Environment environment, Optional<Fields> file) {
        this.flags = flags;
        this.environment = environment.variables();
        this.file = file;
    }

    /** Values of these settings; where there is a fault, the default stands so that further checks find something. */
    public SettingValues read(List<Setting<?>> settings) {
        return read(settings, List.of());
    }

    /** Values of these settings and lists. */
    public SettingValues read(List<Setting<?>> settings, List<EntryList> lists) {
        return new ScopeReader(Scope.root(file.orElse(Fields.NONE))).read(settings, lists);
    }

    /** What was wrong, in the order of the settings. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Reads one scope. */
    private final class ScopeReader {
        private final Scope scope;
        private final Map<Setting<?>, Object> values = new HashMap<>();
        private final Map<Setting<?>, Given> givens = new HashMap<>();

        ScopeReader(Scope scope) {
            this.scope = scope;
        }

        SettingValues read(List<Setting<?>> settings, List<EntryList> lists) {
            settings.forEach(this::read);
            Map<EntryList, List<SettingValues>> entries = new HashMap<>();
            lists.forEach(list -> entries.put(list, entries(list)));
            return new SettingValues(scope.path(), values, givens, entries);
        }

        private List<SettingValues> entries(EntryList list) {
            List<Fields> found = new ListSource(list, scope, environment, faults::add).entries();
            List<SettingValues> entries = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                Scope entry = scope.entry(list, i, found.get(i));
                entries.add(new ScopeReader(entry).read(list.settings(), list.lists()));
            }
            return List.copyOf(entries);
        }

        private <T> void read(Setting<T> setting) {
            Setting<T> counting = file.isPresent() ? setting.whereAFileIs() : setting;
            Kind<T> kind = counting.kind();
            Optional<Given> text = fromFlags(setting).or(() -> fromEnvironment(setting));
            Optional<FileValue> inFile = text.isPresent() ? Optional.empty() : fromFile(counting);
            Optional<Given> given =
                    text.or(() -> inFile.map(value -> new Given(scope.path() + setting.path(), value.text(), false)));
            Optional<T> value =
                    text.flatMap(each -> kind.parser().apply(each.text())).or(() -> inFile.flatMap(kind.reader()));
            given.ifPresent(each -> givens.put(setting, each));
            if (given.isPresent() && value.isEmpty()) {
                faults.add(Fault.badValue(setting, given.get(), kind.expected()));
            }
            value.or(() -> counting.defaultText().flatMap(kind.parser())).ifPresent(each -> values.put(setting, each));
        }

        /** A zero in the file is how Centrifugo's generated files say that nothing is set. */
        private Optional<FileValue> fromFile(Setting<?> setting) {
            return scope.value(setting.path())
                    .filter(value -> !setting.kind().isZero().test(value));
        }

        private Optional<Given> fromFlags(Setting<?> setting) {
            if (!scope.isRoot()) {
                return Optional.empty();
            }
            List<Given> found = new ArrayList<>();
            find(flags, setting.flag(), true).ifPresent(found::add);
            if (setting.kind().fromFile()) {
                find(flags, setting.fileFlag(), true)
                        .flatMap(named -> content(setting, named))
                        .ifPresent(found::add);
            }
            return agreed(setting, found);
        }

        private Optional<Given> fromEnvironment(Setting<?> setting) {
            List<Given> found = new ArrayList<>();
            for (String variable : scope.variables(setting)) {
                find(environment, variable, false).ifPresent(found::add);
                if (setting.kind().fromFile()) {
                    find(environment, Setting.fileVariable(variable), false)
                            .flatMap(named -> content(setting, named))
                            .ifPresent(found::add);
                }
            }
            return agreed(setting, found);
        }
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

    private Optional<Given> content(Setting<?> setting, Given named) {
        return SettingFile.read(setting, named, faults::add).map(text -> new Given(named.name(), text, named.inFlag()));
    }
}
