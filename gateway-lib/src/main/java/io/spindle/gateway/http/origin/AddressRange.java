package io.spindle.gateway.http.origin;

import java.net.InetAddress;

/** An address, or all that share its first bits. Immutable. */
final class AddressRange {
    private final byte[] network;
    private final int prefixBits;

    private AddressRange(byte[] network, int prefixBits) {
        this.network = network;
        this.prefixBits = prefixBits;
    }

    /** @throws IllegalArgumentException naming the text, if it is neither an address nor a range */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] network = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> malformed(text))
                .getAddress();
        int bits = network.length * Byte.SIZE;
        return new AddressRange(network, slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits));
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((other[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int prefix(String text, String digits, int max) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > max) {
            throw malformed(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "trusted_proxies: \"" + text + "\" (expected: an address or range such as 10.0.0.7 or 10.0.0.0/8)");
    }
}
