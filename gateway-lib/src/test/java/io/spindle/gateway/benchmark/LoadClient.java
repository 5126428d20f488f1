package io.spindle.gateway.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One subscriber of a channel, which publishes there too: the next message as soon as the one before is acknowledged.
 *
 * <p>All is done on the WebSocket's callbacks, which come one at a time; {@link #ready} and {@link #done} are for others.
 */
final class LoadClient implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final String channel;
    private final Received received;
    private final Latencies latencies = new Latencies();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<WebSocket> sent = new CompletableFuture<>();
    private volatile LoadWindow window;
    private int published;
    private long deliveries;
    private long sentNanos;

    /**
     * @param number which of the clients this is
     * @param received where the publications that come are counted
     */
    LoadClient(int number, String channel, Received received) {
        this.number = number;
        this.channel = channel;
        this.received = received;
    }

    void connect(HttpClient http, URI uri) {
        http.newWebSocketBuilder().buildAsync(uri, this).exceptionally(failure -> {
            fail(failure);
            return null;
        });
    }

    /** Complete when it is subscribed. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Publishes until the window closes; once, when all are ready. */
    void begin(LoadWindow whole) {
        window = whole;
        publish();
    }

    /** How many messages were acknowledged, when there are no more to come. */
    CompletableFuture<Integer> done() {
        return done;
    }

    /** Of the messages that were acknowledged in the window; to be asked for when done. */
    Latencies latencies() {
        return latencies;
    }

    /** Publications that came in the window; to be asked for when done. */
    long deliveries() {
        return deliveries;
    }

    Received received() {
        return received;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        sent.complete(webSocket);
        send("{\"id\":1,\"connect\":{}}\n{\"id\":2,\"subscribe\":{\"channel\":\"" + channel + "\"}}");
        webSocket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            frame.lines().forEach(this::message);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        fail(new IllegalStateException("closed with " + code + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
        fail(failure);
    }

    private void message(String line) {
        try {
            JsonNode message = JSON.readTree(line);
            if (message.has("error")) {
                fail(new IllegalStateException(line));
            } else if (message.at("/push").has("pub")) {
                delivered(message.at("/push/pub/data/text").asText());
            } else if (message.has("subscribe")) {
                ready.complete(null);
            } else if (message.has("publish")) {
                acknowledged();
            } else if (message.isEmpty()) {
                send("{}");
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            fail(e);
        }
    }

    private void delivered(String text) {
        int separator = text.indexOf('-');
        received.add(Integer.parseInt(text.substring(0, separator)), Integer.parseInt(text.substring(separator + 1)));
        if (window.isMeasured(System.nanoTime())) {
            deliveries++;
        }
    }

    private void acknowledged() {
        published++;
        long now = System.nanoTime();
        if (window.isMeasured(now)) {
            latencies.add(now - sentNanos);
        }
        if (window.isOver(now)) {
            done.complete(published);
        } else {
            publish();
        }
    }

    private void publish() {
        sentNanos = System.nanoTime();
        send("{\"id\":" + (published + 3) + ",\"publish\":{\"channel\":\"" + channel + "\",\"data\":{\"text\":\""
                + number + "-" + published + "\"}}}");
    }

    /** A reply may overtake the news that its command was sent, and the JDK refuses to send two things at once. */
    private synchronized void send(String text) {
        sent = sent.thenCompose(webSocket -> webSocket.sendText(text, true));
        sent.exceptionally(failure -> {
            fail(failure);
            return null;
        });
    }

    private void fail(Throwable failure) {
        ready.completeExceptionally(failure);
        done.completeExceptionally(failure);
    }
}
