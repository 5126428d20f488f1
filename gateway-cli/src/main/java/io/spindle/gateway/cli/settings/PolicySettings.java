package io.spindle.gateway.cli.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings {@code policy.<name>.*} of the chosen policy, by the part after that prefix. Which there are, only the
 * policy knows.
 */
public final class PolicySettings {
    static final String PREFIX = Setting.SPINDLE + "POLICY_";

    private PolicySettings() {}

    /**
     * @param flags given with {@code --policy-setting}; they win
     * @param environment {@code SPINDLE_POLICY_<NAME>_<KEY>}: dots and dashes of the name as underscores, the key
     *     becomes lower case
     */
    public static Map<String, String> of(String policy, Map<String, String> flags, Environment environment) {
        String prefix = prefix(policy);
        Map<String, String> settings = new TreeMap<>();
        environment.variables().forEach((name, value) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length() && !value.isEmpty()) {
                settings.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        settings.putAll(flags);
        return Map.copyOf(settings);
    }

    static String prefix(String policy) {
        return PREFIX + policy.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "_";
    }
}
