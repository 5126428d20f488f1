package io.spindle.gateway.http;

import java.nio.channels.SelectableChannel;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Lets a connector without acceptor threads pause and go on, however often and quickly that is asked.
 *
 * <p>Jetty cancels and registers the socket's key in its selector's own time. Asked to go on before the cancelled key is
 * gone it closes the listener for good; so both steps wait until the one before has happened, and whoever asked asks
 * again later. Not thread-safe: its owner has a lock.
 */
final class AcceptGate {
    private final ServerConnector connector;
    private boolean open = true;

    AcceptGate(ServerConnector connector) {
        this.connector = connector;
    }

    /** Does so unless it is as wanted, or the step before is still under way. */
    void tryToBe(boolean wanted) {
        if (open == wanted || !connector.isRunning() || isRegistered() != open) {
            return;
        }
        open = wanted;
        connector.setAccepting(wanted);
    }

    boolean isOpen() {
        return open;
    }

    private boolean isRegistered() {
        return connector.getTransport() instanceof SelectableChannel socket && socket.isRegistered();
    }
}
