package io.spindle.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code {"channel":…,"users":[{"userId":…,"userName":…,"clientId":…}],"count":n}}: a contract with existing users. */
final class PresenceJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PresenceJson() {}

    static byte[] encode(String channel, List<PresenceUser> users) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("channel", channel);
            json.writeArrayFieldStart("users");
            for (PresenceUser user : users) {
                json.writeStartObject();
                json.writeStringField("userId", user.userId());
                json.writeStringField("userName", user.userName());
                json.writeStringField("clientId", user.clientId());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("count", users.size());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
