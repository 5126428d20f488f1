package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Result;

/** What a client is told of a subscription: in the reply to its wish, or when it connects. */
final class SubscribeResultWriter {
    private static final byte[] EXPIRES = JsonWriter.name("expires");
    private static final byte[] TTL = JsonWriter.name("ttl");
    private static final byte[] RECOVERABLE = JsonWriter.name("recoverable");
    private static final byte[] EPOCH = JsonWriter.name("epoch");
    private static final byte[] PUBLICATIONS = JsonWriter.name("publications");
    private static final byte[] RECOVERED = JsonWriter.name("recovered");
    private static final byte[] OFFSET = JsonWriter.name("offset");
    private static final byte[] POSITIONED = JsonWriter.name("positioned");
    private static final byte[] DATA = JsonWriter.name("data");
    private static final byte[] WAS_RECOVERING = JsonWriter.name("was_recovering");
    private static final byte[] DELTA = JsonWriter.name("delta");

    private SubscribeResultWriter() {}

    static void fields(JsonWriter out, Result.Subscribe subscribe) {
        out.bool(EXPIRES, subscribe.expires());
        out.number(TTL, subscribe.ttl());
        out.bool(RECOVERABLE, subscribe.recoverable());
        out.string(EPOCH, subscribe.position().epoch());
        if (!subscribe.publications().isEmpty()) {
            PublicationWriter.list(out, PUBLICATIONS, subscribe.publications());
        }
        out.bool(RECOVERED, subscribe.recovered());
        out.longNumber(OFFSET, subscribe.position().offset());
        out.bool(POSITIONED, subscribe.positioned());
        out.data(DATA, subscribe.data());
        out.bool(WAS_RECOVERING, subscribe.wasRecovering());
        out.bool(DELTA, subscribe.delta());
    }
}
