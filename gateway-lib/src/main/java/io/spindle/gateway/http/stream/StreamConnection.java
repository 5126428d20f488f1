package io.spindle.gateway.http.stream;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.http.Answer;
import io.spindle.gateway.http.LongResponse;
import io.spindle.gateway.http.admission.Place;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.session.ClientConnection;
import io.spindle.gateway.session.Framing;
import io.spindle.gateway.session.Handshake;
import io.spindle.gateway.session.Session;
import io.spindle.gateway.session.Sessions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A session's connection over an HTTP response that does not end: what the session writes is sent at once, and the last
 * of it says why the connection ends.
 *
 * <p>Its state is guarded by its own monitor; Jetty and the session are called outside it. One write is under way at most,
 * and the end waits for it.
 */
final class StreamConnection implements ClientConnection {
    private final Request request;
    private final Response response;
    private final Callback exchange;
    private final ClientCodec codec;
    private final Framing framing;
    private final DepartureWatch watch;

    private final Optional<ConnectRefusals> refusals;

    /** What precedes the first message, while a failed connect may still be answered otherwise. */
    private @Nullable ByteBuffer held;

    private int refusedWith;
    private boolean writing;
    private boolean ended;
    private @Nullable Disconnect closing;
    private volatile @Nullable Session session;

    /**
     * @param exchange Jetty's: completed when the response has ended
     * @param refusals how a failed connect is answered, if not over a connection
     */
    StreamConnection(
            Request request,
            Response response,
            Callback exchange,
            ClientCodec codec,
            Framing framing,
            Optional<ConnectRefusals> refusals) {
        this.request = request;
        this.response = response;
        this.exchange = exchange;
        this.codec = codec;
        this.framing = framing;
        this.refusals = refusals;
        this.watch = new DepartureWatch(request.getConnectionMetaData(), this::abort);
    }

    /**
     * Begins: the response's head goes out, then the session gets its first frame.
     *
     * @param opening what precedes all messages; may be empty
     * @param place left when the response has ended
     */
    void open(Sessions sessions, Handshake handshake, ByteBuffer opening, ByteBuffer first, Place place) {
        Request.addCompletionListener(request, failure -> {
            place.leave();
            onEnded();
        });
        // Sessions have clocks of their own: silence between two pings is no fault.
        request.addIdleTimeoutListener(timeout -> false);
        request.addFailureListener(failure -> abort());
        if (refusals.isPresent()) {
            held = opening;
            begin(sessions, handshake, first);
            return;
        }
        response.write(
                false,
                opening,
                Callback.from(
                        Invocable.InvocationType.NON_BLOCKING,
                        () -> begin(sessions, handshake, first),
                        failure -> abort()));
    }

    private void begin(Sessions sessions, Handshake handshake, ByteBuffer first) {
        Session opened = sessions.prepare(this, codec, handshake);
        session = opened;
        watch.start();
        LongResponse.began(request);
        sessions.open(opened, first);
        synchronized (this) {
            if (!ended) {
                return;
            }
        }
        // It may have ended before there was a session that could be told.
        opened.onClosed();
    }

    private void onEnded() {
        synchronized (this) {
            ended = true;
        }
        watch.stop();
        Session opened = session;
        if (opened != null) {
            opened.onClosed();
        }
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public void write(ByteBuffer frame, WriteCallback written) {
        boolean open;
        ByteBuffer before;
        synchronized (this) {
            open = !ended;
            writing = open;
            before = held;
            held = null;
        }
        if (open) {
            response.write(false, before == null ? frame : joined(before, frame), new WriteResult(written));
        } else {
            written.onWritten(false);
        }
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    /** One object per write; what became of it goes to the session. */
    private final class WriteResult implements Callback {
        private final WriteCallback written;

        WriteResult(WriteCallback written) {
            this.written = written;
        }

        @Override
        public void succeeded() {
            onWritten(written, true);
        }

        @Override
        public void failed(Throwable cause) {
            onWritten(written, false);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    private void onWritten(WriteCallback written, boolean success) {
        Disconnect end;
        synchronized (this) {
            writing = false;
            end = closing;
        }
        written.onWritten(success);
        if (end != null) {
            end(end);
        }
    }

    @Override
    public void demand() {
        // Nothing comes over a response.
    }

    @Override
    public void ping() {
        // There are pings of the protocol only.
    }

    @Override
    public void close(Disconnect disconnect) {
        synchronized (this) {
            closing = disconnect;
            if (writing) {
                return;
            }
        }
        end(disconnect);
    }

    @Override
    public synchronized void onConnectRefused(ErrorCode error) {
        refusedWith = error.code();
    }

    private void end(Disconnect disconnect) {
        boolean unanswered;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            unanswered = held != null;
        }
        Callback end = watch.stop() ? exchange : Callback.from(exchange, this::closeSocket);
        if (unanswered && refusals.isPresent()) {
            ConnectRefusals.Refusal refusal = refusals.get().of(refusedWith == 0 ? disconnect.code() : refusedWith);
            Answer.text(refusal.status(), refusal.body()).send(response, end);
        } else {
            byte[] push = codec.push(new Push.Disconnect(disconnect.code(), disconnect.reason()));
            response.write(true, framing.frame(push), end);
        }
    }

    @Override
    public void abort() {
        boolean now;
        synchronized (this) {
            now = !ended;
            ended = true;
        }
        watch.stop();
        closeSocket();
        if (now) {
            exchange.failed(new IOException("connection ended"));
        }
    }

    /** Ends writes that make no progress, too. A connection that carries other requests lives on. */
    private void closeSocket() {
        EndPoint socket = request.getConnectionMetaData().getConnection().getEndPoint();
        if (request.getConnectionMetaData().getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()) {
            socket.close();
        }
    }
}
