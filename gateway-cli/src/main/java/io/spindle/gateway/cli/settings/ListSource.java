package io.spindle.gateway.cli.settings;

import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.FileValue;
import io.spindle.gateway.cli.file.FileValue.Fields;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import io.spindle.gateway.cli.file.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entries of a list: those of the file, or of a variable that replaces them or adds names to them. */
final class ListSource {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String OBJECTS = "a list of objects";

    private final EntryList list;
    private final Scope scope;
    private final Map<String, String> environment;
    private final Consumer<Fault> faults;

    ListSource(EntryList list, Scope scope, Map<String, String> environment, Consumer<Fault> faults) {
        this.list = list;
        this.scope = scope;
        this.environment = environment;
        this.faults = faults;
    }

    List<Fields> entries() {
        Optional<String> variable = variable();
        String text = variable.map(environment::get).orElse("").strip();
        if (text.startsWith("[")) {
            return objects(variable.orElseThrow(), json(variable.orElseThrow(), text));
        }
        List<Fields> ofFile = objects(scope.path() + list.path(), scope.value(list.path()));
        return text.isEmpty() ? ofFile : withNames(ofFile, variable.orElseThrow(), text);
    }

    private Optional<String> variable() {
        if (!scope.isRoot()) {
            return scope.prefixes()
                    .flatMap(prefixes ->
                            given(prefixes.stream().map(each -> each + Setting.variablePart(list.path()))));
        }
        return given(list.variables().stream());
    }

    private Optional<String> given(Stream<String> names) {
        List<String> found = names.filter(
                        name -> !environment.getOrDefault(name, "").isEmpty())
                .toList();
        for (String other : found) {
            if (!String.valueOf(environment.get(other)).equals(environment.get(found.get(0)))) {
                faults.accept(
                        Fault.at(other, "other than " + found.get(0), "the same value: both are names of one setting"));
            }
        }
        return found.stream().findFirst();
    }

    private Optional<FileValue> json(String name, String text) {
        try {
            return JsonText.parse(text);
        } catch (BadFileException e) {
            faults.accept(Fault.at(name, String.valueOf(e.getMessage()), "a JSON array"));
            return Optional.empty();
        }
    }

    private List<Fields> objects(String name, Optional<FileValue> value) {
        if (value.isEmpty() || Kind.isEmptyText(value.get())) {
            return List.of();
        }
        if (!(value.get() instanceof Items items)) {
            faults.accept(Fault.at(name, "no list", OBJECTS));
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < items.values().size(); i++) {
            if (items.values().get(i) instanceof Fields fields) {
                objects.add(fields);
            } else {
                faults.accept(Fault.at(name + '[' + i + ']', "no object", OBJECTS));
            }
        }
        return objects;
    }

    private List<Fields> withNames(List<Fields> ofFile, String variable, String names) {
        Optional<Setting<String>> nameSetting = list.nameSetting();
        if (nameSetting.isEmpty()) {
            faults.accept(Fault.at(variable, "no JSON array", "a JSON array of objects"));
            return ofFile;
        }
        List<Fields> all = new ArrayList<>(ofFile);
        for (String name : SPACES.split(names)) {
            all.add(new Fields(Map.of(nameSetting.get().path(), new Scalar(name, false))));
        }
        return all;
    }
}
