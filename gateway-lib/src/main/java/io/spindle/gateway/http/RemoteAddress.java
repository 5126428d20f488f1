package io.spindle.gateway.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The other end of a request's connection; headers have no say in it. */
public final class RemoteAddress {
    private RemoteAddress() {}

    /** Empty if the connection is not an internet one (a Unix socket). */
    public static Optional<InetAddress> of(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Optional.ofNullable(remote.getAddress())
                : Optional.empty();
    }
}
