package io.spindle.gateway.client;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Puts the parts together that the JDK's client hands out. Called by one thread at a time. */
final class FrameListener implements WebSocket.Listener {
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final Consumer<Frame> onFrame;
    private final Consumer<Closed> onEnd;

    FrameListener(Consumer<Frame> onFrame, Consumer<Closed> onEnd) {
        this.onFrame = onFrame;
        this.onEnd = onEnd;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        parts.writeBytes(data.toString().getBytes(StandardCharsets.UTF_8));
        part(true, last);
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        parts.writeBytes(bytes);
        part(false, last);
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        onEnd.accept(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        onEnd.accept(new Closed(Closed.WITHOUT_FRAME, ""));
    }

    private void part(boolean isText, boolean last) {
        if (last) {
            onFrame.accept(new Frame(isText, parts.toByteArray()));
            parts.reset();
        }
    }
}
