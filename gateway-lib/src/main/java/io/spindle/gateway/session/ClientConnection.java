package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.nio.ByteBuffer;

/** The socket of a session, whatever carries it. Implemented by the HTTP edge; safe for use from many threads. */
public interface ClientConnection {
    /**
     * Writes one frame; the session has at most one under way.
     *
     * @param frame not to be modified until the callback
     * @param written called once, on this thread or another, with whether it succeeded
     */
    void write(ByteBuffer frame, WriteCallback written);

    /** How messages stand in a frame that is written. */
    Framing framing();

    /** Asks for the next frame; the session gets none unasked. Not called where commands come beside the connection. */
    void demand();

    /** Sends a WebSocket ping. */
    void ping();

    /** Told before the connection is closed because of an error that no reply can carry, to a unidirectional connect. */
    default void onConnectRefused(ErrorCode error) {}

    /** Sends what tells the client that and why the connection ends, and ends it; bounded in time. */
    void close(Disconnect disconnect);

    /** Ends the connection without a word. */
    void abort();

    /** Told the end of a write. */
    interface WriteCallback {
        void onWritten(boolean success);
    }
}
