package io.spindle.gateway.proxy;

import io.spindle.gateway.api.auth.Overrides;
import java.util.Optional;

/** Reads {@code override}: {@code {"presence": {"value": true}, …}}. */
final class OverrideReader {
    private OverrideReader() {}

    static Overrides read(JsonObject fields) {
        return fields.object("override")
                .map(override -> new Overrides(
                        value(override, "presence"),
                        value(override, "join_leave"),
                        value(override, "force_push_join_leave"),
                        value(override, "force_recovery"),
                        value(override, "force_positioning")))
                .orElse(Overrides.NONE);
    }

    private static Optional<Boolean> value(JsonObject override, String name) {
        return override.object(name).map(option -> option.flag("value"));
    }
}
