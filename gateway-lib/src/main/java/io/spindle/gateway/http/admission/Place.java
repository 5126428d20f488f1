package io.spindle.gateway.http.admission;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;

/** What a connection holds of the limits, given back once, from any thread. */
public final class Place {
    private final Runnable onLeft;
    private final AtomicBoolean left = new AtomicBoolean();

    Place(Runnable onLeft) {
        this.onLeft = onLeft;
    }

    /** Leaves when a handshake ends without an upgrade; else the WebSocket leaves at its own end. */
    public void leaveUnlessUpgraded(Request handshake) {
        Request.addCompletionListener(handshake, failure -> {
            if (failure != null || handshake.getAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE) == null) {
                leave();
            }
        });
    }

    public void leave() {
        if (left.compareAndSet(false, true)) {
            onLeft.run();
        }
    }
}
