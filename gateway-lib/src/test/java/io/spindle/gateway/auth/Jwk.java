package io.spindle.gateway.auth;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** Public keys as JSON (RFC 7517), written with the JDK alone. */
final class Jwk {
    private static final int ED25519_BYTES = 32;

    private Jwk() {}

    /** A key for signatures. */
    static String of(String keyId, PublicKey key) {
        return of(keyId, key, ",\"use\":\"sig\"");
    }

    /** A key for signatures with one algorithm. */
    static String of(String keyId, PublicKey key, Algorithm algorithm) {
        return of(keyId, key, ",\"use\":\"sig\",\"alg\":\"" + algorithm.name() + "\"");
    }

    /** A key with further members, each after a comma. */
    static String of(String keyId, PublicKey key, String members) {
        return "{\"kid\":\"" + keyId + "\"" + members + "," + material(key) + "}";
    }

    static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static String material(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "\"kty\":\"RSA\",\"n\":\"" + number(rsa.getModulus(), 0) + "\",\"e\":\""
                    + number(rsa.getPublicExponent(), 0) + "\"";
        }
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            int bytes = (bits + 7) / 8;
            return "\"kty\":\"EC\",\"crv\":\"P-" + bits + "\",\"x\":\""
                    + number(ec.getW().getAffineX(), bytes) + "\",\"y\":\""
                    + number(ec.getW().getAffineY(), bytes) + "\"";
        }
        byte[] encoded = key.getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        return "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + SignedToken.base64(point) + "\"";
    }

    /** An unsigned number of a length at least, in base64url. */
    private static String number(BigInteger number, int bytes) {
        byte[] signed = number.toByteArray();
        byte[] digits = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        byte[] padded = new byte[Math.max(bytes, digits.length)];
        System.arraycopy(digits, 0, padded, padded.length - digits.length, digits.length);
        return SignedToken.base64(padded);
    }

    /** What a key may be limited to. */
    record Algorithm(String name) {}
}
