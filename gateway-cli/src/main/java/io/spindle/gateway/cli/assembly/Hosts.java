package io.spindle.gateway.cli.assembly;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/** Addresses that a gateway listens on, as hosts of URLs. */
public final class Hosts {
    private static final Set<String> ALL_INTERFACES = Set.of("", "0.0.0.0", "::", "[::]");

    private Hosts() {}

    /** This machine's name, for people. */
    static String own() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** A host that reaches it from this machine. */
    public static String shown(Optional<String> bindAddress) {
        String address = bindAddress.orElse("");
        if (ALL_INTERFACES.contains(address)) {
            return "localhost";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
