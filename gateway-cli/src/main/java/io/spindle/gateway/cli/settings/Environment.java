package io.spindle.gateway.cli.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of the process, without what Kubernetes puts there for a service that is called like us. */
public record Environment(Map<String, String> variables) {
    private static final Pattern SERVICE_NAME =
            Pattern.compile(".+_SERVICE_HOST|.+_SERVICE_PORT(_.+)?|.+_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");
    private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

    public Environment(Map<String, String> variables) {
        this.variables = variables.entrySet().stream()
                .filter(each -> !isOfService(each.getKey(), each.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isOfService(String name, String value) {
        return SERVICE_NAME.matcher(name).matches()
                || name.endsWith("_PORT") && SERVICE_URL.matcher(value).matches();
    }

    /**
     * One line per variable with a prefix of ours that no setting has, in the order of the alphabet.
     *
     * @param policy the chosen policy: what it calls its settings is not known here
     */
    public List<String> warnings(List<Setting<?>> settings, String policy) {
        return warnings(KnownVariables.of(settings), policy, name -> false);
    }

    /** @param elsewhere whether a variable, unknown here, sets something in a start with a configuration file */
    public List<String> warnings(KnownVariables known, String policy, Predicate<String> elsewhere) {
        String ofPolicy = PolicySettings.prefix(policy);
        return variables.keySet().stream()
                .filter(name -> name.startsWith(Setting.SPINDLE) || name.startsWith(Setting.CENTRIFUGO))
                .filter(name -> !known.contains(name) && !name.startsWith(ofPolicy))
                .sorted()
                .map(name -> elsewhere.test(name)
                        ? name + ": counts only beside a configuration file (--config), ignored"
                        : name + ": no such setting, ignored" + nearest(name, known.names()))
                .toList();
    }

    private static String nearest(String name, Collection<String> known) {
        // settings of another policy than the chosen one: what resembles them here is a coincidence
        return NearestName.of(name, name.startsWith(PolicySettings.PREFIX) ? List.of() : known)
                .map(near -> " (nearest: " + near + ")")
                .orElse("");
    }
}
