package io.spindle.gateway.http.origin;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies whose {@code X-Forwarded-…} headers count ({@code trusted_proxies}); none by default. Immutable. */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param addresses such as {@code 10.0.0.7}, {@code 10.0.0.0/8} or {@code fd00::/8}; names are not resolved
     * @throws IllegalArgumentException if one is neither an address nor a range; the message names it
     */
    public static TrustedProxies of(List<String> addresses) {
        return new TrustedProxies(addresses.stream().map(AddressRange::of).toList());
    }

    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * The client of a connection: its other end, or, if that is one of these proxies, the last hop before them.
     *
     * @param forwardedFor the addresses of {@code X-Forwarded-For}, as each proxy has added the one it saw; what stands
     *     before an address that is no trusted proxy's, or before one that can't be read, may be anybody's invention
     */
    public InetAddress clientBehind(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        for (int hop = forwardedFor.size() - 1; hop >= 0 && contains(client); hop--) {
            Optional<InetAddress> before = AddressLiteral.parseHop(forwardedFor.get(hop));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }
}
