package io.spindle.gateway.auth;

import java.security.PrivateKey;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens whose header names a key, and an authenticator that looks keys up by a clock that tests move. */
final class KeySetTokens {
    private static final String CLAIMS = "{\"sub\":\"alice\"}";

    private KeySetTokens() {}

    /** Of alice, for ever. */
    static String token(String keyId, String algorithm, PrivateKey key) {
        return token(keyId, algorithm, key, CLAIMS);
    }

    static String token(String keyId, String algorithm, PrivateKey key, String claims) {
        return SignedToken.signed(header(keyId, algorithm), algorithm, key, claims);
    }

    static String header(String keyId, String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyId + "\"}";
    }

    static JwtAuthenticator authenticator(String endpoint, AtomicLong nanoTime) {
        KeySets sets = new KeySets(new KeySetRequests(), nanoTime::get);
        TokenVerifier verifier = new TokenVerifier(
                new RemoteKeys(KeySetEndpoint.of(endpoint), sets),
                new ClaimRules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Clock.systemUTC());
        return new JwtAuthenticator(verifier, false, false);
    }
}
