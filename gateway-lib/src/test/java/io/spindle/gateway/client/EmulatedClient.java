package io.spindle.gateway.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Predicate;

/** Speaks the client protocol in JSON over an answer that does not end, with its commands beside it. */
public final class EmulatedClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamClient stream;
    private final boolean events;
    private final JsonNode connected;
    private final int emulationPort;

    private EmulatedClient(StreamClient stream, boolean events, int emulationPort) throws IOException {
        this.stream = stream;
        this.events = events;
        this.emulationPort = emulationPort;
        this.connected = next();
    }

    /** @param emulationPort of the gateway that takes the commands */
    public static EmulatedClient httpStream(int port, int emulationPort, String token) throws IOException {
        return new EmulatedClient(
                StreamClient.post(port, "/connection/http_stream", connect(token)), false, emulationPort);
    }

    public static EmulatedClient sse(int port, String token) throws IOException {
        StreamClient stream = StreamClient.post(port, "/connection/sse", connect(token));
        stream.readTo("\r\n");
        return new EmulatedClient(stream, true, port);
    }

    private static String connect(String token) {
        return "{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}";
    }

    /** What answered the connect command. */
    public JsonNode connected() {
        return connected;
    }

    public StreamClient stream() {
        return stream;
    }

    public String session() {
        return connected.at("/connect/session").asText();
    }

    public String node() {
        return connected.at("/connect/node").asText();
    }

    /** Sends commands, lines of JSON. Returns the status of the answer. */
    public int send(String commands) throws IOException {
        return emulate(emulationPort, session(), node(), commands);
    }

    public static int emulate(int port, String session, String node, String commands) throws IOException {
        String body =
                "{\"session\":" + quote(session) + ",\"node\":" + quote(node) + ",\"data\":" + quote(commands) + "}";
        try (StreamClient client = StreamClient.post(port, "/emulation", body, "Content-Type: application/json")) {
            return client.status();
        }
    }

    /** The next message that is no ping. */
    public JsonNode next() throws IOException {
        return JSON.readTree(events ? stream.readEvent() : stream.readLine());
    }

    /** Reads on to a message. */
    public JsonNode next(Predicate<JsonNode> wanted) throws IOException {
        JsonNode message = next();
        while (!wanted.test(message)) {
            message = next();
        }
        return message;
    }

    /** Reads on to the reply to a command. */
    public JsonNode reply(int id) throws IOException {
        return next(message -> message.path("id").asInt() == id);
    }

    private static String quote(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
