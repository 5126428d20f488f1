package io.spindle.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Trusted keys, by the algorithms that each of them allows. A token can pick an algorithm of this list and thereby
 * its key, nothing else: a public key never serves as a secret, whatever the token says.
 *
 * <p>Confined to the builder that fills it; its {@link #fixed} copy is immutable and thread-safe.
 */
final class SignatureKeys {
    private final Map<String, Key> byAlgorithm;

    SignatureKeys() {
        this(new HashMap<>());
    }

    private SignatureKeys(Map<String, Key> byAlgorithm) {
        this.byAlgorithm = byAlgorithm;
    }

    /** These keys, with no way to add another. */
    SignatureKeys fixed() {
        return new SignatureKeys(Map.copyOf(byAlgorithm));
    }

    /** As {@link #fixed()}, with one algorithm at most. */
    SignatureKeys fixed(String algorithm) {
        Map<String, Key> one = new HashMap<>(byAlgorithm);
        one.keySet().retainAll(Set.of(algorithm));
        return new SignatureKeys(Map.copyOf(one));
    }

    /** HS256, HS384, HS512. */
    void add(HmacSecret secret) {
        try {
            add(new MACVerifier(secret.key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("HMAC key refused after padding", impossible);
        }
    }

    /** RS256 to RS512, PS256 to PS512. */
    void add(RSAPublicKey key) {
        add(new RSASSAVerifier(key));
    }

    /**
     * The one of ES256, ES384, ES512 that fits the key's curve.
     *
     * @throws IllegalArgumentException if the curve is none of P-256, P-384, P-521
     */
    void add(ECPublicKey key) {
        try {
            add(new ECDSAVerifier(key));
        } catch (JOSEException unsupported) {
            throw new IllegalArgumentException(
                    "ecdsaPublicKey: a key on another curve (expected: P-256, P-384 or P-521)", unsupported);
        }
    }

    /**
     * EdDSA.
     *
     * @throws IllegalArgumentException if the curve is not Ed25519, or the key is no point of it
     */
    void add(EdECPublicKey key) {
        if (!key.getParams().getName().equals("Ed25519")) {
            throw new IllegalArgumentException("edDsaPublicKey: a key on another curve (expected: Ed25519)");
        }
        try {
            add(new Ed25519Verifier(key));
        } catch (JOSEException noPoint) {
            throw new IllegalArgumentException("edDsaPublicKey: not a key (expected: a point of Ed25519)", noPoint);
        }
    }

    private void add(JWSVerifier verifier) {
        for (JWSAlgorithm algorithm : verifier.supportedJWSAlgorithms()) {
            byAlgorithm.put(algorithm.getName(), new Key(new JWSHeader(algorithm), verifier));
        }
    }

    boolean isEmpty() {
        return byAlgorithm.isEmpty();
    }

    /** Whether one of the keys made the token's signature. */
    boolean signed(CompactJws token) {
        Key key = byAlgorithm.get(token.algorithm());
        try {
            return key != null && key.verifier().verify(key.header(), token.signed(), token.signature());
        } catch (JOSEException unusable) {
            // Not the token's fault: what a signature can do wrong gives false.
            throw new IllegalStateException("The key for " + token.algorithm() + " is not usable", unusable);
        }
    }

    /**
     * A verifier for one algorithm.
     *
     * @param header names the algorithm; nothing of the token's own header reaches the verifier
     */
    private record Key(JWSHeader header, JWSVerifier verifier) {}
}
