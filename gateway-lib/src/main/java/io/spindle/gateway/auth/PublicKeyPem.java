package io.spindle.gateway.auth;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads public keys from PEM text, with the JDK alone. */
final class PublicKeyPem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PublicKeyPem() {}

    /**
     * Reads the first block of PEM text: a public key (PKIX) or a certificate.
     *
     * @param setting the setting that the text comes from, for the message
     * @param algorithm the JDK's name of the key's algorithm
     * @param type the type that keys of this algorithm have
     * @throws IllegalArgumentException if it is no such key
     */
    static <K extends PublicKey> K read(String setting, String pem, String algorithm, Class<K> type) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw unusable(setting, algorithm, "no PEM text", null);
        }
        try {
            return type.cast(key(block.group(1), Base64.getMimeDecoder().decode(block.group(2)), algorithm));
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException other) {
            throw unusable(setting, algorithm, "another key, or a damaged one", other);
        }
    }

    private static PublicKey key(String label, byte[] der, String algorithm) throws GeneralSecurityException {
        return switch (label) {
            case "PUBLIC KEY" -> KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            case "CERTIFICATE" ->
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der))
                        .getPublicKey();
            default -> throw new IllegalArgumentException("PEM text of a " + label);
        };
    }

    private static IllegalArgumentException unusable(
            String setting, String algorithm, String what, @Nullable Exception cause) {
        return new IllegalArgumentException(
                setting + ": " + what + " (expected: the PEM text of an " + algorithm
                        + " public key, -----BEGIN PUBLIC KEY-----, or of a certificate)",
                cause);
    }
}
