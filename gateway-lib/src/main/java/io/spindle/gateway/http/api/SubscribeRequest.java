package io.spindle.gateway.http.api;

import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code subscribe}: subscribes clients to a channel. */
final class SubscribeRequest extends ClientsRequest {
    private static final Names FIELDS = Names.of(
            "user",
            "client",
            "session",
            "channel",
            "info",
            "b64info",
            "data",
            "b64data",
            "recover_since",
            "expire_at",
            "override");

    private String channel = "";
    private final AnyData info = new AnyData();
    private final AnyData data = new AnyData();
    private Optional<StreamPosition> recoverSince = Optional.empty();
    private long expireAt;
    private Overrides overrides = Overrides.NONE;

    SubscribeRequest() {
        super(FIELDS);
    }

    @Override
    void ownField(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "info" -> info.json(in);
            case "b64info" -> info.base64(in);
            case "data" -> data.json(in);
            case "b64data" -> data.base64(in);
            case "recover_since" -> recoverSince = PositionReader.position(in);
            case "expire_at" -> expireAt = in.int64();
            default -> overrides = OverrideReader.overrides(in);
        }
    }

    @Override
    CompletionStage<ResultFields> answer(Calls calls) {
        return done(calls.api()
                .subscribe(
                        clients(),
                        required(channel),
                        new ServerSubscription(info.payload(), data.payload(), overrides),
                        recoverSince,
                        time(expireAt)));
    }
}
