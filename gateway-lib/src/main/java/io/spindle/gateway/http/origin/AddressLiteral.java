package io.spindle.gateway.http.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as text; names are not resolved. */
final class AddressLiteral {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]+");

    private AddressLiteral() {}

    /** Empty if it is no address. */
    static Optional<InetAddress> parse(String text) {
        // Checked first: anything else would be looked up as a name.
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** As proxies write it: with a port perhaps, and IPv6 in brackets then. */
    static Optional<InetAddress> parseHop(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? Optional.empty() : parse(text.substring(1, end));
        }
        int colon = text.indexOf(':');
        boolean hasPort = colon >= 0 && colon == text.lastIndexOf(':');
        return parse(hasPort ? text.substring(0, colon) : text);
    }
}
