package io.spindle.gateway;

import java.util.List;

/** Settings that no gateway can be made of: every fault, each with its name, its value and what is expected. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    SettingsException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line per fault. */
    public List<String> faults() {
        return faults;
    }
}
