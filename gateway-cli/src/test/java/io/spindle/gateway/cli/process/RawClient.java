package io.spindle.gateway.cli.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket without an SDK: sends texts as they are, and keeps what comes. */
final class RawClient implements WebSocket.Listener {
    private static final int SECONDS = 30;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    static RawClient connect(String url) throws Exception {
        RawClient client = new RawClient();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), client)
                .get(SECONDS, TimeUnit.SECONDS);
        return client;
    }

    void send(String frame) throws Exception {
        socket.sendText(frame, true).get(SECONDS, TimeUnit.SECONDS);
    }

    /** The next line that holds this, skipping others. */
    String await(String part) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            String line = received.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("nothing came with " + part);
            }
            if (line.contains(part)) {
                return line;
            }
        }
    }

    int closeCode() throws Exception {
        return closeCode.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            text.toString().lines().forEach(received::add);
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode.completeExceptionally(error);
    }
}
