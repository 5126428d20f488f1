package io.spindle.gateway.http.websocket;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.http.admission.Place;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.session.ClientConnection;
import io.spindle.gateway.session.Framing;
import io.spindle.gateway.session.Handshake;
import io.spindle.gateway.session.Session;
import io.spindle.gateway.session.Sessions;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket, between Jetty's frames and a session. It works on raw frames, since Jetty's own assembly of texts
 * answers invalid UTF-8 and large messages in its way, not in the protocol's.
 *
 * <p>Frames come one at a time, as asked for; writing and closing may happen from any thread.
 */
final class WebSocketConnection implements FrameHandler, ClientConnection {
    private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);

    private final Sessions sessions;
    private final Place place;
    private final Manner manner;
    private final MessageAssembler assembler;
    private @Nullable Handshake handshake;

    /** Whether the first message has come: confined to the reading thread. */
    private boolean heard;

    private volatile @Nullable CoreSession core;
    private volatile @Nullable Session session;

    WebSocketConnection(Sessions sessions, Place place, Manner manner, Handshake handshake, int maxMessageBytes) {
        this.sessions = sessions;
        this.place = place;
        this.manner = manner;
        this.handshake = handshake;
        this.assembler = new MessageAssembler(maxMessageBytes);
    }

    @Override
    public void onOpen(CoreSession coreSession, Callback callback) {
        Handshake request = handshake;
        handshake = null;
        core = coreSession;
        callback.succeeded();
        if (request != null) {
            Session opened = sessions.prepare(this, manner.codec(), request);
            session = opened;
            Optional<ByteBuffer> first = manner.first();
            if (first.isPresent()) {
                heard = true;
                sessions.open(opened, first.get());
            } else {
                sessions.open(opened);
            }
        }
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> onData(frame, callback);
            case OpCode.PING -> onPing(frame, callback);
            case OpCode.PONG -> onPong(callback);
            // Jetty answers the close frame when the callback is done.
            default -> callback.succeeded();
        }
    }

    private void onData(Frame frame, Callback callback) {
        // Frame types are not checked: JSON in a binary frame is JSON.
        ByteBuffer message = assembler.add(frame);
        Session reader = session;
        if (reader == null) {
            callback.succeeded();
        } else if (assembler.isTooLarge()) {
            callback.succeeded();
            closeAsTooLarge(reader);
        } else if (message == null) {
            callback.succeeded();
            demand();
        } else if (heard && manner.kind().isUnidirectional()) {
            int bytes = message.remaining();
            callback.succeeded();
            reader.onIgnoredFrame(bytes);
        } else {
            heard = true;
            reader.onFrame(message);
            callback.succeeded();
        }
    }

    private void onPing(Frame frame, Callback callback) {
        ByteBuffer payload = frame.getPayload();
        ByteBuffer echo = ByteBuffer.allocate(payload == null ? 0 : payload.remaining());
        if (payload != null) {
            echo.put(payload).flip();
        }
        callback.succeeded();
        CoreSession socket = core;
        if (socket != null) {
            // The next frame is read when the pong is out: who pings without reading waits for himself.
            socket.sendFrame(new Frame(OpCode.PONG, echo), Callback.from(this::demand, failure -> {}), false);
        }
    }

    private void onPong(Callback callback) {
        callback.succeeded();
        Session reader = session;
        if (reader != null) {
            reader.onFramePong();
        }
        demand();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        // Sockets end in many ways; onClosed follows and counts it.
        log.debug("WebSocket failed", cause);
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        place.leave();
        Session ended = session;
        if (ended != null) {
            ended.onClosed();
        }
        callback.succeeded();
    }

    @Override
    public Framing framing() {
        return manner.framing();
    }

    @Override
    public void write(ByteBuffer frame, WriteCallback written) {
        CoreSession socket = core;
        if (socket == null) {
            written.onWritten(false);
            return;
        }
        byte type = manner.codec().encoding() == Encoding.JSON ? OpCode.TEXT : OpCode.BINARY;
        socket.sendFrame(new Frame(type, frame), new WriteResult(written), false);
    }

    /** One object per write; what became of it goes to the session. */
    private record WriteResult(WriteCallback written) implements Callback {
        @Override
        public void succeeded() {
            written.onWritten(true);
        }

        @Override
        public void failed(Throwable cause) {
            written.onWritten(false);
        }
    }

    @Override
    public void demand() {
        CoreSession socket = core;
        if (socket != null) {
            socket.demand();
        }
    }

    @Override
    public void ping() {
        CoreSession socket = core;
        if (socket != null) {
            socket.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
    }

    @Override
    public void close(Disconnect disconnect) {
        CoreSession socket = core;
        if (socket == null) {
            return;
        }
        if (manner.disconnectPush()) {
            byte[] push = manner.codec().push(new Push.Disconnect(disconnect.code(), disconnect.reason()));
            // Jetty sends both in this order.
            socket.sendFrame(new Frame(OpCode.TEXT, manner.framing().frame(push)), Callback.NOOP, false);
        }
        socket.close(disconnect.code(), disconnect.reason(), Callback.NOOP);
    }

    /** The one close that is the transport's own, not the session's: with a code below 3000 and without a reason. */
    private void closeAsTooLarge(Session reader) {
        CoreSession socket = core;
        if (socket != null) {
            socket.close(CloseStatus.MESSAGE_TOO_LARGE, null, Callback.NOOP);
            reader.onTransportClosing();
        }
    }

    @Override
    public void abort() {
        CoreSession socket = core;
        if (socket != null) {
            socket.abort();
        }
    }
}
