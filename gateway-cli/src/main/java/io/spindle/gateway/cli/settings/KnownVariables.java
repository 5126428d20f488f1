package io.spindle.gateway.cli.settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of variables that set something. */
public final class KnownVariables {
    /** For the values of maps, which name their variables themselves. */
    private static final List<String> FREE = List.of(Setting.CENTRIFUGO + "VAR_", Setting.SPINDLE + "VAR_");

    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>(FREE);

    private KnownVariables() {}

    public static KnownVariables of(Collection<Setting<?>> settings) {
        KnownVariables known = new KnownVariables();
        settings.forEach(setting -> known.add(setting, setting.variables()));
        return known;
    }

    /**
     * With those of lists and of their entries.
     *
     * @param values what the lists have for entries
     */
    public static KnownVariables of(
            Collection<Setting<?>> settings, Collection<EntryList> lists, SettingValues values) {
        KnownVariables known = of(settings);
        for (EntryList list : lists) {
            known.names.addAll(list.variables());
            list.nameSetting()
                    .ifPresent(name -> values.entries(list).stream()
                            .flatMap(entry -> entry.find(name).stream())
                            .forEach(entry -> known.addEntry(list, entry)));
        }
        return known;
    }

    private void addEntry(EntryList list, String entry) {
        for (String variable : list.variables()) {
            String prefix = variable + '_' + Setting.variablePart(entry) + '_';
            list.settings().forEach(setting -> add(setting, List.of(prefix + Setting.variablePart(setting.path()))));
            list.lists().forEach(inner -> names.add(prefix + Setting.variablePart(inner.path())));
        }
    }

    private void add(Setting<?> setting, List<String> variables) {
        for (String variable : variables) {
            names.add(variable);
            if (setting.kind().fromFile()) {
                names.add(Setting.fileVariable(variable));
            }
            if (setting.kind().isOpaque()) {
                prefixes.add(variable + '_');
            }
        }
    }

    public boolean contains(String variable) {
        return names.contains(variable) || prefixes.stream().anyMatch(variable::startsWith);
    }

    Collection<String> names() {
        return names;
    }
}
