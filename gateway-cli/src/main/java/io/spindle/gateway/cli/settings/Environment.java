package io.spindle.gateway.cli.settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        String ofPolicy = PolicySettings.prefix(policy);
        Set<String> known = known(settings);
        return variables.keySet().stream()
                .filter(name -> name.startsWith(Setting.SPINDLE) || name.startsWith(Setting.CENTRIFUGO))
                .filter(name -> !known.contains(name) && !name.startsWith(ofPolicy))
                .sorted()
                .map(name -> name + ": no such setting, ignored" + nearest(name, known))
                .toList();
    }

    private static Set<String> known(List<Setting<?>> settings) {
        Set<String> names = new HashSet<>();
        for (Setting<?> setting : settings) {
            for (String variable : setting.variables()) {
                names.add(variable);
                if (setting.kind().fromFile()) {
                    names.add(Setting.fileVariable(variable));
                }
            }
        }
        return names;
    }

    private static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> " (nearest: " + near + ")")
                .orElse("");
    }
}
