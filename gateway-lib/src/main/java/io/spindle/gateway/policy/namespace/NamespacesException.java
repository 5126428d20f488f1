package io.spindle.gateway.policy.namespace;

import java.util.List;

/** Options that no namespaces can be made of: every fault, each with the option's name, its value and what is expected. */
public final class NamespacesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    NamespacesException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line per fault; options by their names in Centrifugo's configuration file, without {@code channel.}. */
    public List<String> faults() {
        return faults;
    }
}
