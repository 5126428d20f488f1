package io.spindle.gateway.http.admission;

import java.net.InetAddress;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What a connection holds of the limits, given back once, from any thread. */
public final class Place {
    private final Admission admission;
    private final @Nullable InetAddress address;
    private boolean left;

    /** @param address whose connections are counted; null if nobody's are */
    Place(Admission admission, @Nullable InetAddress address) {
        this.admission = admission;
        this.address = address;
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
        synchronized (this) {
            if (left) {
                return;
            }
            left = true;
        }
        admission.leave(address);
    }
}
