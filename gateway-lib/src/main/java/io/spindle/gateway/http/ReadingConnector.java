package io.spindle.gateway.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connector whose connections are read on the selector's own thread. Jetty hands each read to another thread unless it
 * is told that nothing blocks, and that hand-over costs more than decoding a command and all that follows: at a few
 * thousand frames a second it is half of the processor's time. Nothing of ours blocks there: code of others runs on
 * executors of its own.
 *
 * <p>A TLS handshake is not read there: it computes for long, and asks the host's key and trust
 * managers, which may block.
 */
final class ReadingConnector extends ServerConnector {
    ReadingConnector(Server server, int selectors, ConnectionFactory... factories) {
        // No acceptor threads: a selector accepts as well, and a thread costs memory on a small machine.
        super(server, 0, selectors, factories);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new EndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    private static final class EndPoint extends SocketChannelEndPoint {
        private volatile boolean inTlsHandshake;

        EndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public void setConnection(Connection connection) {
            if (connection instanceof SslConnection tls) {
                inTlsHandshake = true;
                tls.addHandshakeListener(new SslHandshakeListener() {
                    @Override
                    public void handshakeSucceeded(Event event) {
                        inTlsHandshake = false;
                    }
                });
            }
            super.setConnection(connection);
        }

        @Override
        public void fillInterested(Callback callback) {
            super.fillInterested(reading(callback));
        }

        @Override
        public boolean tryFillInterested(Callback callback) {
            return super.tryFillInterested(reading(callback));
        }

        private Callback reading(Callback callback) {
            return inTlsHandshake ? callback : new NonBlocking(callback);
        }
    }

    /** The same callback, called on the selector's thread. */
    private static final class NonBlocking extends Callback.Nested {
        NonBlocking(Callback callback) {
            super(callback);
        }

        @Override
        public Invocable.InvocationType getInvocationType() {
            return Invocable.InvocationType.NON_BLOCKING;
        }
    }
}
