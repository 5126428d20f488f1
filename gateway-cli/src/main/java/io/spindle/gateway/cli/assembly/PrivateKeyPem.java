package io.spindle.gateway.cli.assembly;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys as the usual tools write them: PKCS #8 ({@code PRIVATE KEY}), and the older forms of RSA and EC keys
 * ({@code RSA PRIVATE KEY}, {@code EC PRIVATE KEY}), which the JDK knows only within PKCS #8.
 */
final class PrivateKeyPem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private PrivateKeyPem() {}

    /** @return empty if there is no key in the text, or none that can be read */
    static Optional<PrivateKey> read(String pem) {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(found.group(2));
            return switch (found.group(1)) {
                case "RSA PRIVATE KEY" -> key("RSA", sequence(VERSION, RSA, element(OCTETS, der)));
                case "EC PRIVATE KEY" -> key("EC", sequence(VERSION, sequence(EC, curve(der)), element(OCTETS, der)));
                default ->
                    List.of("RSA", "EC", "Ed25519").stream()
                            .flatMap(algorithm -> key(algorithm, der).stream())
                            .findFirst();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The name of the curve, which stands behind the number in the older form of an EC key. */
    private static byte[] curve(byte[] key) {
        int at = content(key, 0);
        while (at < key.length && (key[at] & 0xff) != PARAMETERS) {
            at = content(key, at) + length(key, at);
        }
        int from = content(key, at);
        return Arrays.copyOfRange(key, from, from + length(key, at));
    }

    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
