package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.MessageReader;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code disconnect}: ends connections. */
final class DisconnectRequest extends ClientsRequest {
    private static final Names FIELDS = Names.of("user", "client", "session", "whitelist", "disconnect");

    private Set<String> whitelist = Set.of();
    private final HowReader how = new HowReader();

    DisconnectRequest() {
        super(FIELDS);
    }

    @Override
    void ownField(String name, JsonInput in) throws IOException {
        switch (name) {
            case "whitelist" -> whitelist = Set.copyOf(in.strings());
            default -> in.message(how);
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return done(calls.api().disconnect(clients(), whitelist, how.disconnect()));
    }

    /** {@code {"code":…,"reason":…}}; what is missing is as in a disconnect without any. */
    private static final class HowReader extends MessageReader {
        private static final Names FIELDS = Names.of("code", "reason");

        private int code;
        private String reason = "";

        HowReader() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "code" -> code = in.uint32();
                default -> reason = in.string();
            }
        }

        /** @throws ApiException if no close frame could carry it */
        Disconnect disconnect() {
            try {
                return new Disconnect(
                        code == 0 ? Disconnect.FORCE_DISCONNECT.code() : code,
                        reason.isEmpty() ? Disconnect.FORCE_DISCONNECT.reason() : reason);
            } catch (IllegalArgumentException e) {
                throw new ApiException(ApiError.BAD_REQUEST);
            }
        }
    }
}
