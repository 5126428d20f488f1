package io.spindle.gateway.http.api;

import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.MessageReader;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code {"presence":{"value":true},…}}. */
final class OverrideReader extends MessageReader {
    private static final Names FIELDS =
            Names.of("presence", "join_leave", "force_push_join_leave", "force_recovery", "force_positioning");

    private final Map<String, Boolean> values = new HashMap<>();

    private OverrideReader() {
        super(FIELDS);
    }

    static Overrides overrides(JsonInput in) throws IOException {
        OverrideReader override = new OverrideReader();
        in.message(override);
        return new Overrides(
                override.value("presence"),
                override.value("join_leave"),
                override.value("force_push_join_leave"),
                override.value("force_recovery"),
                override.value("force_positioning"));
    }

    private Optional<Boolean> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        ValueReader reader = new ValueReader();
        if (in.message(reader)) {
            values.put(name, reader.value);
        }
    }

    private static final class ValueReader extends MessageReader {
        private static final Names FIELDS = Names.of("value");

        private boolean value;

        ValueReader() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            value = in.bool();
        }
    }
}
