package io.spindle.gateway.http.websocket;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;

/** What a WebSocket holds of the limits on connections, given back once, from any thread. */
final class Place implements Admission.Verdict {
    private final Runnable onLeft;
    private final AtomicBoolean left = new AtomicBoolean();

    Place(Runnable onLeft) {
        this.onLeft = onLeft;
    }

    /** Leaves when a handshake ends without an upgrade; else the WebSocket leaves at its own end. */
    void leaveUnlessUpgraded(Request handshake) {
        Request.addCompletionListener(handshake, failure -> {
            if (failure != null || handshake.getAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE) == null) {
                leave();
            }
        });
    }

    void leave() {
        if (left.compareAndSet(false, true)) {
            onLeft.run();
        }
    }
}
