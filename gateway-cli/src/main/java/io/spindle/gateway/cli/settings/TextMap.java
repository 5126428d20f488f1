package io.spindle.gateway.cli.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A map of texts as it was given, in which <code>${CENTRIFUGO_VAR_X}</code> stands for a variable. */
public record TextMap(Map<String, String> given) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{((?:CENTRIFUGO|SPINDLE)_VAR_[A-Za-z0-9_]+)}");

    public TextMap {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** The variable that it asks for and that is not set, the first by the alphabet. */
    public Optional<String> missing(Environment environment) {
        TreeSet<String> names = new TreeSet<>();
        for (String value : given.values()) {
            VARIABLE.matcher(value).results().forEach(each -> names.add(each.group(1)));
        }
        return names.stream()
                .filter(name -> !environment.variables().containsKey(name))
                .findFirst();
    }

    /** The map with the variables' values; nothing stands for one that is not set. */
    public Map<String, String> filled(Environment environment) {
        Map<String, String> filled = new LinkedHashMap<>();
        given.forEach((key, value) -> filled.put(
                key,
                VARIABLE.matcher(value)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(environment.variables().getOrDefault(found.group(1), "")))));
        return filled;
    }
}
