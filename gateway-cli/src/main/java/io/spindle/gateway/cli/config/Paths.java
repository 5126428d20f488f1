package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kind;
import io.spindle.gateway.cli.settings.Kinds;

/** Paths of endpoints. */
final class Paths {
    private Paths() {}

    static Kind<String> kind() {
        return Kinds.text(
                "<path>", "a path that begins with /", text -> text.matches("/[A-Za-z0-9._~!$&'()*+,;=:@/-]*"));
    }
}
