package io.spindle.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Reads key sets (RFC 7517): the keys for signatures ({@code "use":"sig"}), by their {@code kid}. */
final class KeySetReader {
    private static final Set<KeyType> TYPES = Set.of(KeyType.RSA, KeyType.EC, KeyType.OKP);
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521, Curve.Ed25519);

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_BYTES = 32;

    private KeySetReader() {}

    /**
     * Reads a set.
     *
     * @throws MalformedKeySet if it is none, or one of its keys for signatures can't be used
     */
    static Map<String, SignatureKeys> read(byte[] json) throws MalformedKeySet {
        try {
            Map<String, SignatureKeys> keys = new HashMap<>();
            for (JWK key :
                    JWKSet.parse(new String(json, StandardCharsets.UTF_8)).getKeys()) {
                if (KeyUse.SIGNATURE.equals(key.getKeyUse())
                        && TYPES.contains(key.getKeyType())
                        && key.getKeyID() != null) {
                    keys.put(key.getKeyID(), signatureKeys(key));
                }
            }
            return keys;
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException malformed) {
            throw new MalformedKeySet(malformed);
        }
    }

    private static SignatureKeys signatureKeys(JWK key) throws JOSEException, GeneralSecurityException {
        SignatureKeys keys = new SignatureKeys();
        if (key instanceof RSAKey rsa) {
            keys.add(rsa.toRSAPublicKey());
        } else if (key instanceof ECKey ec) {
            checkCurve(ec.getCurve());
            keys.add(ec.toECPublicKey());
        } else if (key instanceof OctetKeyPair pair) {
            checkCurve(pair.getCurve());
            keys.add(ed25519(pair.getDecodedX()));
        }
        return key.getAlgorithm() == null
                ? keys.fixed()
                : keys.fixed(key.getAlgorithm().getName());
    }

    private static void checkCurve(Curve curve) throws JOSEException {
        if (!CURVES.contains(curve)) {
            throw new JOSEException("a key on the curve " + curve);
        }
    }

    private static EdECPublicKey ed25519(byte[] point) throws GeneralSecurityException, JOSEException {
        if (point.length != ED25519_BYTES) {
            throw new JOSEException("an Ed25519 key of " + point.length + " bytes");
        }
        byte[] encoded = new byte[ED25519_PREFIX.length + ED25519_BYTES];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, ED25519_BYTES);
        return (EdECPublicKey) KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
