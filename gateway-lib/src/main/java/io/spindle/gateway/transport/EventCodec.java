package io.spindle.gateway.transport;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import java.util.Base64;

/**
 * The JSON of worker events, the {@code payload} of a worker's stream. Names, order and types of its fields are a
 * contract with workers in any language; new fields may only follow.
 *
 * <p>Stateless but for a buffer per thread; any thread may encode. On the way of every message: no tree, no
 * intermediate string, one array for the result.
 */
public final class EventCodec {
    private static final ThreadLocal<JsonBuffer> BUFFERS = ThreadLocal.withInitial(JsonBuffer::new);

    private EventCodec() {}

    /** The UTF-8 bytes of an event as the worker gets it. */
    public static byte[] encode(ClientEvent event, String workerId) {
        JsonBuffer json = BUFFERS.get();
        json.reset();
        event.match(new Writer(json, workerId));
        return json.toByteArray();
    }

    private record Writer(JsonBuffer json, String workerId) implements ClientEvent.Cases<JsonBuffer> {
        @Override
        public JsonBuffer message(ClientEvent.Message event) {
            head(event, "{\"id\":");
            json.ascii("\"type\":\"message\",\"channel\":");
            where(event);
            event.text().ifPresent(text -> json.ascii(",\"text\":").string(text));
            json.ascii(",\"timestamp\":").timestamp(event.timestamp());
            data(event.data());
            tail(event.source());
            return json.ascii("}");
        }

        @Override
        public JsonBuffer join(ClientEvent.Join event) {
            return comingOrGoing(event, "\"type\":\"join\",\"channel\":");
        }

        @Override
        public JsonBuffer leave(ClientEvent.Leave event) {
            return comingOrGoing(event, "\"type\":\"leave\",\"channel\":");
        }

        @Override
        public JsonBuffer rpc(ClientEvent.Rpc event) {
            head(event, "{\"id\":");
            json.ascii("\"type\":\"rpc\",\"channel\":");
            where(event);
            json.ascii(",\"timestamp\":").timestamp(event.timestamp());
            if (!event.data().isEmpty()) {
                data(event.data());
            }
            tail(event.source());
            return json.ascii(",\"method\":").string(event.method()).ascii("}");
        }

        private JsonBuffer comingOrGoing(ClientEvent event, String type) {
            head(event, "{\"id\":");
            json.ascii(type);
            where(event);
            json.ascii(",\"timestamp\":").timestamp(event.timestamp());
            tail(event.source());
            return json.ascii("}");
        }

        private void head(ClientEvent event, String opening) {
            json.ascii(opening).string(event.id()).ascii(",");
        }

        private void where(ClientEvent event) {
            EventSource source = event.source();
            json.string(event.channel()).ascii(",\"workerId\":").string(workerId);
            json.ascii(",\"userId\":").string(source.userId());
            json.ascii(",\"userName\":").string(source.userName());
        }

        private void data(Payload data) {
            if (data.isJson()) {
                json.ascii(",\"raw\":").string(data);
            } else {
                json.ascii(",\"rawBase64\":\"");
                json.ascii(Base64.getEncoder().encode(data.toByteArray())).ascii("\"");
            }
        }

        private void tail(EventSource source) {
            json.ascii(",\"clientId\":").string(source.clientId());
            if (!source.userNameVerified()) {
                json.ascii(",\"userNameUnverified\":true");
            }
        }
    }
}
