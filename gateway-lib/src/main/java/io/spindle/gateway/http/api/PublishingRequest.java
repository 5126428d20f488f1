package io.spindle.gateway.http.api;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.JsonWriter;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What {@code publish} and {@code broadcast} have in common. */
abstract class PublishingRequest extends ApiRequest {
    private static final Payload NOTHING = Payload.json(new byte[0]);
    private static final byte[] OFFSET = JsonWriter.name("offset");
    private static final byte[] EPOCH = JsonWriter.name("epoch");

    private final AnyData data = new AnyData();
    private boolean skipHistory;
    private Map<String, String> tags = Map.of();
    private String idempotencyKey = "";
    private boolean delta;
    private long version;
    private String versionEpoch = "";

    /** @param target the field that says where to publish */
    PublishingRequest(String target) {
        super(Names.of(
                target,
                "data",
                "b64data",
                "skip_history",
                "tags",
                "idempotency_key",
                "delta",
                "version",
                "version_epoch"));
    }

    @Override
    protected final void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "data" -> data.json(in);
            case "b64data" -> data.base64(in);
            case "skip_history" -> skipHistory = in.bool();
            case "tags" -> tags = in.map(JsonInput::string);
            case "idempotency_key" -> idempotencyKey = in.string();
            case "delta" -> delta = in.bool();
            case "version" -> version = in.uint64();
            case "version_epoch" -> versionEpoch = in.string();
            default -> target(in);
        }
    }

    abstract void target(JsonInput in) throws IOException;

    /** What is published; whether that may be nothing is the channel's to say. */
    final Payload data() {
        return data.payload().orElse(NOTHING);
    }

    final PublishTerms terms() {
        return new PublishTerms(Optional.empty(), tags, skipHistory, delta, idempotencyKey, version, versionEpoch);
    }

    static CompletionStage<ResultFields> publish(Calls calls, String channel, Payload data, PublishTerms terms) {
        return calls.api().publish(required(channel), data, terms).thenApply(PublishingRequest::result);
    }

    private static ResultFields result(StreamPosition position) {
        return out -> {
            out.longNumber(OFFSET, position.offset());
            out.string(EPOCH, position.epoch());
        };
    }
}
