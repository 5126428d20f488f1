package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kind;
import io.spindle.gateway.cli.settings.Kinds;

/** Names of namespaces and proxies. */
final class Names {
    private Names() {}

    static Kind<String> kind() {
        return Kinds.text("<name>", "at least two of a-z A-Z 0-9 - _ .", text -> text.matches("[-a-zA-Z0-9_.]{2,}"));
    }
}
