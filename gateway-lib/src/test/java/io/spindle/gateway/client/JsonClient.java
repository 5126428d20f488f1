package io.spindle.gateway.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Speaks the client protocol in JSON, with no more sense than a test gives it: commands are sent as they are written,
 * replies and pushes shown as they come. Answers pings, unless told not to. Thread-safe.
 */
public final class JsonClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Inbox<JsonMessage> inbox = new Inbox<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final RawClient client;
    private volatile boolean answersPings = true;

    private JsonClient(RawClient.Opening opening) {
        client = opening.tell(this::received, inbox::end).open();
    }

    public static JsonClient open(URI uri) {
        return open(RawClient.to(uri));
    }

    /** As {@link #open(URI)}, with headers or sub-protocols. */
    public static JsonClient open(RawClient.Opening opening) {
        return new JsonClient(opening);
    }

    /** Leaves pings unanswered from now on. */
    public void ignorePings() {
        answersPings = false;
    }

    /** Connects with a token, or, if that is empty, without one. */
    public JsonMessage connect(String token) {
        return call("connect", token.isEmpty() ? "{}" : "{\"token\":" + quote(token) + "}");
    }

    public JsonMessage subscribe(String channel) {
        return call("subscribe", "{\"channel\":" + quote(channel) + "}");
    }

    public JsonMessage unsubscribe(String channel) {
        return call("unsubscribe", "{\"channel\":" + quote(channel) + "}");
    }

    /** Publishes data, given as the text of a JSON value, which is sent as it is. */
    public JsonMessage publish(String channel, String data) {
        return call("publish", "{\"channel\":" + quote(channel) + ",\"data\":" + data + "}");
    }

    public JsonMessage presence(String channel) {
        return call("presence", "{\"channel\":" + quote(channel) + "}");
    }

    /** Sends a command and waits for its reply, which may be an error. */
    public JsonMessage call(String method, String request) {
        return awaitReply(send(method, request));
    }

    /** Sends a command without waiting. Returns its id. */
    public int send(String method, String request) {
        int id = lastId.incrementAndGet();
        client.sendText("{\"id\":" + id + "," + quote(method) + ":" + request + "}");
        return id;
    }

    /** The reply to a command, taken out. */
    public JsonMessage awaitReply(int id) {
        return inbox.await("reply to command " + id, message -> message.answers(id));
    }

    /** The first push that matches, taken out. */
    public JsonMessage awaitPush(Predicate<JsonMessage> wanted) {
        return inbox.await("such push", message -> message.isPush() && wanted.test(message));
    }

    /** The next publication in a channel, taken out. */
    public JsonMessage awaitPublication(String channel) {
        return inbox.await(
                "publication in " + channel,
                message -> message.at("push", "channel").asText().equals(channel)
                        && message.at("push").has("pub"));
    }

    public JsonMessage awaitPing() {
        return inbox.await("ping", JsonMessage::isPing);
    }

    /** Whether such a message has come and was not taken out. Meaningful after the reply to a later command. */
    public boolean hasReceived(Predicate<JsonMessage> wanted) {
        return inbox.has(wanted);
    }

    public Closed expectClose(int code) {
        return client.expectClose(code);
    }

    /** The connection underneath, for frames that are no single command. */
    public RawClient raw() {
        return client;
    }

    public boolean isOpen() {
        return client.isOpen();
    }

    /** Ends the connection properly. */
    @Override
    public void close() {
        client.close();
    }

    private void received(Frame frame) {
        for (String line : frame.lines()) {
            JsonMessage message = new JsonMessage(line, parse(line));
            inbox.add(message);
            if (message.isPing() && answersPings) {
                client.sendTextLater("{}");
            }
        }
    }

    /** What is no JSON is shown, and is no message that a test could wait for. */
    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String quote(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
