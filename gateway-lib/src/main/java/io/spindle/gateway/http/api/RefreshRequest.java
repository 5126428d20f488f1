package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code refresh}: moves the expiry of connections, or has them expire at once. */
final class RefreshRequest extends ClientsRequest {
    private static final Names FIELDS = Names.of("user", "client", "session", "expired", "expire_at", "info");

    private boolean expired;
    private long expireAt;
    private final AnyData info = new AnyData();

    RefreshRequest() {
        super(FIELDS);
    }

    @Override
    void ownField(String name, JsonInput in) throws IOException {
        switch (name) {
            case "expired" -> expired = in.bool();
            case "expire_at" -> expireAt = in.int64();
            default -> info.json(in);
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return done(
                expired
                        ? calls.api().disconnect(clients(), Set.of(), Disconnect.EXPIRED)
                        : calls.api().refresh(clients(), time(expireAt), info.payload()));
    }
}
