package io.spindle.gateway.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A WebSocket client that sends what it is told, well-formed or not, and shows frames as they come. Thread-safe. All
 * waits have a deadline, and fail with what was received so far.
 *
 * <p>What this one can't do, such as breaking WebSocket's own rules, {@link RawSocketClient} can. Nor is it to be trusted
 * with an end without a close frame: the JDK's client overlooks one that follows a frame at once, every now and then.
 */
public final class RawClient implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Inbox<Frame> inbox = new Inbox<>();
    private final WebSocket webSocket;
    private CompletableFuture<WebSocket> sent;

    private RawClient(Opening opening) {
        FrameListener listener = new FrameListener(
                frame -> {
                    inbox.add(frame);
                    opening.onFrame.accept(frame);
                },
                closed -> {
                    inbox.end(closed);
                    opening.onEnd.accept(closed);
                });
        webSocket = opening.builder.buildAsync(opening.uri, listener).join();
        sent = CompletableFuture.completedFuture(webSocket);
    }

    /** Connects to a {@code ws:} address, with nothing but what WebSocket asks for. */
    public static RawClient open(URI uri) {
        return to(uri).open();
    }

    public static Opening to(URI uri) {
        return new Opening(uri, HTTP);
    }

    /** As {@link #to(URI)} with a {@code wss:} address, trusting whom the context trusts. */
    public static Opening to(URI uri, SSLContext tls) {
        return new Opening(uri, HttpClient.newBuilder().sslContext(tls).build());
    }

    /** The sub-protocol that the server chose; empty if none. */
    public String subprotocol() {
        return webSocket.getSubprotocol();
    }

    public void sendText(String text) {
        await(enqueue(socket -> socket.sendText(text, true)));
    }

    /** Several messages in one text frame. */
    public void sendLines(String... lines) {
        sendText(String.join("\n", lines));
    }

    public void sendBinary(byte[] bytes) {
        await(sendBinaryLater(bytes));
    }

    /** The next frame, taken out. */
    public Frame awaitFrame() {
        return inbox.await("frame", frame -> true);
    }

    /** The messages of all JSON frames that have come and were not taken out, in that order; they stay. */
    public List<String> receivedLines() {
        return inbox.snapshot().stream()
                .flatMap(frame -> frame.lines().stream())
                .toList();
    }

    public Closed awaitClosed() {
        return inbox.awaitEnd();
    }

    public Closed expectClose(int code) {
        Closed closed = awaitClosed();
        assertEquals(code, closed.code(), () -> "closed as " + closed + inbox.seen());
        return closed;
    }

    public boolean isOpen() {
        return inbox.isOpen();
    }

    /** Ends the connection with a close frame, and waits for the answer to it. */
    public void close(int code, String reason) {
        enqueue(socket -> socket.sendClose(code, reason));
        awaitClosed();
    }

    /** Ends the connection without a close frame. */
    public void abort() {
        webSocket.abort();
    }

    /** As {@link #close(int, String)} with 1000, if it is still open. */
    @Override
    public void close() {
        if (isOpen()) {
            close(WebSocket.NORMAL_CLOSURE, "");
        }
        abort();
    }

    /** Sends without waiting. */
    public CompletableFuture<WebSocket> sendTextLater(String text) {
        return enqueue(socket -> socket.sendText(text, true));
    }

    /** Sends without waiting. */
    public CompletableFuture<WebSocket> sendBinaryLater(byte[] bytes) {
        return enqueue(socket -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** The JDK's client refuses to begin a frame while another is being written. */
    private synchronized CompletableFuture<WebSocket> enqueue(Function<WebSocket, CompletableFuture<WebSocket>> send) {
        sent = sent.thenCompose(send);
        return sent;
    }

    private void await(CompletableFuture<WebSocket> frame) {
        try {
            frame.orTimeout(Inbox.DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError("not sent" + inbox.seen(), e.getCause());
        }
    }

    /** A connection to be opened. */
    public static final class Opening {
        private final URI uri;
        private final WebSocket.Builder builder;
        private Consumer<Frame> onFrame = frame -> {};
        private Consumer<Closed> onEnd = closed -> {};

        private Opening(URI uri, HttpClient http) {
            this.uri = uri;
            this.builder = http.newWebSocketBuilder();
        }

        public Opening subprotocols(String first, String... others) {
            builder.subprotocols(first, others);
            return this;
        }

        public Opening header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        /** Tells each frame and the end as they come, on the client's thread. */
        public Opening tell(Consumer<Frame> onFrame, Consumer<Closed> onEnd) {
            this.onFrame = onFrame;
            this.onEnd = onEnd;
            return this;
        }

        public RawClient open() {
            return new RawClient(this);
        }

        /** The status of the answer of a server that refuses to upgrade. */
        public int refusedStatus() {
            try (RawClient opened = open()) {
                throw new AssertionError("the server upgraded, to sub-protocol \"" + opened.subprotocol() + "\"");
            } catch (CompletionException e) {
                if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                    return refusal.getResponse().statusCode();
                }
                throw e;
            }
        }
    }
}
