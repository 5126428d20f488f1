package io.spindle.gateway.http.admission;

import io.spindle.gateway.http.RemoteAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives each client connection of a gateway, from its request to its end, a place within the limits. Of an address without
 * connections, and of all without a limit, nothing is kept. Thread-safe.
 */
public final class Admission {
    private final ConnectionLimits limits;
    private final ConnectionBucket bucket;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<InetAddress, AtomicInteger> openByAddress = new ConcurrentHashMap<>();
    private final ReachedLimit inAll = new ReachedLimit("maxConnections");
    private final ReachedLimit atOnce = new ReachedLimit("maxNewConnections");
    private final ReachedLimit perAddress = new ReachedLimit("maxConnectionsPerAddress");

    public Admission(ConnectionLimits limits) {
        this.limits = limits;
        this.bucket = new ConnectionBucket(limits.maxNewConnections(), System::nanoTime);
    }

    /** Takes a place for a connection; whoever gets one leaves it. Empty if there is none: the request is answered then. */
    public Optional<Place> admit(Request request, Response response, Callback callback) {
        if (limits.maxNewConnections() > 0 && !bucket.take()) {
            atOnce.refuse(response, callback);
            return Optional.empty();
        }
        if (limits.maxConnections() > 0 && !enter(open, limits.maxConnections())) {
            inAll.refuse(response, callback);
            return Optional.empty();
        }
        Optional<InetAddress> address = countedAddress(request);
        if (address.isPresent() && !enter(address.get())) {
            leaveAll();
            perAddress.refuse(response, callback);
            return Optional.empty();
        }
        return Optional.of(new Place(this, address.orElse(null)));
    }

    private Optional<InetAddress> countedAddress(Request request) {
        if (limits.maxConnectionsPerAddress() == 0) {
            return Optional.empty();
        }
        List<String> forwardedFor = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        return RemoteAddress.of(request).map(peer -> limits.proxies().clientBehind(peer, forwardedFor));
    }

    private boolean enter(InetAddress address) {
        boolean[] entered = new boolean[1];
        openByAddress.compute(address, (key, counted) -> {
            AtomicInteger count = counted == null ? new AtomicInteger() : counted;
            entered[0] = enter(count, limits.maxConnectionsPerAddress());
            return count;
        });
        return entered[0];
    }

    /** A place is free again. */
    void leave(@Nullable InetAddress address) {
        if (address != null) {
            openByAddress.computeIfPresent(address, (key, count) -> count.decrementAndGet() == 0 ? null : count);
        }
        leaveAll();
    }

    private void leaveAll() {
        if (limits.maxConnections() > 0) {
            open.decrementAndGet();
        }
    }

    private static boolean enter(AtomicInteger count, int max) {
        return count.getAndUpdate(before -> before < max ? before + 1 : before) < max;
    }
}
