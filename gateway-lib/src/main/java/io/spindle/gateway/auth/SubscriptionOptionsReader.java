package io.spindle.gateway.auth;

import com.fasterxml.jackson.core.JsonParser;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the options of one subscription. Confined to one call. */
final class SubscriptionOptionsReader {
    private final JsonParser parser;
    private final char[] source;

    private @Nullable Payload info;
    private String base64Info = "";
    private @Nullable Payload data;
    private String base64Data = "";
    private Overrides overrides = Overrides.NONE;

    SubscriptionOptionsReader(JsonParser parser, char[] source) {
        this.parser = parser;
        this.source = source;
    }

    /** Reads one option, if it is one. */
    void read(String name) throws IOException, MalformedToken {
        switch (name) {
            case "data" -> data = Payload.json(TokenJson.slice(parser, source));
            case "b64data" -> base64Data = ClaimValue.string(parser);
            case "override" -> overrides = overrides();
            default -> readInfo(name);
        }
    }

    /** As {@link #read}, of those that connection tokens have. */
    void readInfo(String name) throws IOException, MalformedToken {
        switch (name) {
            case "info" -> info = Payload.json(TokenJson.slice(parser, source));
            case "b64info" -> base64Info = ClaimValue.string(parser);
            default -> {} // not ours
        }
    }

    private Overrides overrides() throws IOException, MalformedToken {
        Map<String, Boolean> values = new HashMap<>();
        ClaimValue.object(parser, name -> values.put(name, override()));
        return new Overrides(
                Optional.ofNullable(values.get("presence")),
                Optional.ofNullable(values.get("join_leave")),
                Optional.ofNullable(values.get("force_push_join_leave")),
                Optional.ofNullable(values.get("force_recovery")),
                Optional.ofNullable(values.get("force_positioning")));
    }

    /** {@code {"value": true}}; without a value it is false. */
    private boolean override() throws IOException, MalformedToken {
        boolean[] value = {false};
        ClaimValue.object(parser, name -> {
            if (name.equals("value")) {
                value[0] = ClaimValue.bool(parser);
            }
        });
        return value[0];
    }

    SubscriptionOptions options() {
        return new SubscriptionOptions(
                Optional.ofNullable(info), base64Info, Optional.ofNullable(data), base64Data, overrides);
    }
}
