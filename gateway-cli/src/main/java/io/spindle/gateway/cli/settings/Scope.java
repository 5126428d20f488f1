package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Where settings are looked for: from the root, or in an entry of a list.
 *
 * @param path what stands before the paths of its settings, for people; empty at the root
 * @param prefixes of the variables of its settings; empty for an entry that has none
 * @param file what the configuration file says here
 */
record Scope(String path, Optional<List<String>> prefixes, Fields file) {
    static Scope root(Fields file) {
        return new Scope("", Optional.of(List.of()), file);
    }

    boolean isRoot() {
        return path.isEmpty();
    }

    List<String> variables(Setting<?> setting) {
        if (isRoot()) {
            return setting.variables();
        }
        return prefixes.orElse(List.of()).stream()
                .map(prefix -> prefix + Setting.variablePart(setting.path()))
                .toList();
    }

    Optional<FileValue> value(String settingPath) {
        return file.at(settingPath);
    }

    /** An entry of a list in this scope. Within entries only what is at the top of them is a variable. */
    Scope entry(EntryList list, int index, Fields entry) {
        Optional<String> name = list.nameSetting()
                .flatMap(setting -> entry.at(setting.path()))
                .map(FileValue::text)
                .filter(text -> !text.isEmpty());
        Optional<List<String>> variables = name.filter(each -> isRoot())
                .map(each -> list.variables().stream()
                        .map(variable -> variable + '_' + Setting.variablePart(each) + '_')
                        .toList());
        return new Scope(path + list.path() + '[' + name.orElse("" + index) + "].", variables, entry);
    }
}
