package io.spindle.gateway.http.origin;

import java.net.InetAddress;
import java.util.List;

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
}
