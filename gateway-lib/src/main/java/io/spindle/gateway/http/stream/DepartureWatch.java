package io.spindle.gateway.http.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the client of an HTTP/1 response has gone. Jetty reads nothing from such a connection until the response
 * has ended, so that the end of the client's side would be seen only when a write fails: after the second ping from then.
 *
 * <p>Thread-safe; guarded by its own monitor, outside of which the departure is told.
 */
final class DepartureWatch implements Callback {
    private final @Nullable AbstractEndPoint endPoint;
    private final Runnable onGone;
    private boolean stopped;
    private boolean spoiled;

    /** @param onGone told once, at most */
    DepartureWatch(ConnectionMetaData connection, Runnable onGone) {
        EndPoint socket = connection.getConnection().getEndPoint();
        // Later versions of HTTP read all the time, and fail the request when its stream is reset.
        boolean readsNothing = connection.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion();
        this.endPoint = readsNothing && socket instanceof AbstractEndPoint watchable ? watchable : null;
        this.onGone = onGone;
    }

    void start() {
        if (endPoint != null) {
            endPoint.tryFillInterested(this);
        }
    }

    /**
     * Stops, so that Jetty may read on.
     *
     * @return whether it can: not if the client has sent something that is lost now
     */
    boolean stop() {
        boolean watching;
        boolean reusable;
        synchronized (this) {
            watching = !stopped;
            reusable = !spoiled;
            stopped = true;
        }
        if (watching && endPoint != null) {
            endPoint.getFillInterest().onFail(new CancellationException());
        }
        return reusable;
    }

    /** There is something to read. */
    @Override
    public void succeeded() {
        boolean gone;
        synchronized (this) {
            if (stopped || endPoint == null) {
                return;
            }
            int filled = fill(endPoint);
            gone = filled < 0;
            // Who sends more before the answer has ended is not read any further: TCP holds the rest back.
            spoiled = filled != 0;
            stopped = gone;
            if (filled == 0) {
                endPoint.tryFillInterested(this);
            }
        }
        if (gone) {
            onGone.run();
        }
    }

    private static int fill(EndPoint endPoint) {
        ByteBuffer oneByte = BufferUtil.allocate(1);
        try {
            return endPoint.fill(oneByte);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void failed(Throwable cause) {
        boolean gone;
        synchronized (this) {
            gone = !stopped;
            stopped = true;
            spoiled |= gone;
        }
        if (gone) {
            onGone.run();
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
