package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAlgorithmTest {
    private static final String CLAIMS = "{\"sub\":\"alice\"}";
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private static JwtAuthenticator ecdsa(KeyPair pair) {
        return JwtAuthenticator.builder()
                .ecdsaPublicKey(SignedToken.pem(pair.getPublic()))
                .build();
    }

    private static void assertAlice(JwtAuthenticator authenticator, String token) {
        assertEquals("alice", Outcome.ofConnect(authenticator, token).accepted().userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void aSecretAllowsTheThreeHmacAlgorithms(String algorithm) {
        JwtAuthenticator authenticator = JwtAuthenticator.hmac(new String(SECRET, StandardCharsets.UTF_8));

        assertAlice(authenticator, SignedToken.hmac(algorithm, SECRET, CLAIMS));
        Outcome.ofConnect(authenticator, SignedToken.hmac(algorithm, "other".getBytes(StandardCharsets.UTF_8), CLAIMS))
                .invalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void anRsaKeyAllowsBothPaddings(String algorithm) {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .rsaPublicKey(SignedToken.pem(SignedToken.RSA.getPublic()))
                .build();

        assertAlice(authenticator, SignedToken.signed(algorithm, SignedToken.RSA.getPrivate(), CLAIMS));
        Outcome.ofConnect(authenticator, SignedToken.signed(algorithm, SignedToken.OTHER_RSA.getPrivate(), CLAIMS))
                .invalid();
    }

    @Test
    void theCurveFixesTheEcdsaAlgorithm() {
        assertAlice(ecdsa(SignedToken.P256), SignedToken.signed("ES256", SignedToken.P256.getPrivate(), CLAIMS));
        assertAlice(ecdsa(SignedToken.P384), SignedToken.signed("ES384", SignedToken.P384.getPrivate(), CLAIMS));
        assertAlice(ecdsa(SignedToken.P521), SignedToken.signed("ES512", SignedToken.P521.getPrivate(), CLAIMS));

        Outcome.ofConnect(ecdsa(SignedToken.P256), SignedToken.signed("ES384", SignedToken.P256.getPrivate(), CLAIMS))
                .invalid();
        Outcome.ofConnect(ecdsa(SignedToken.P384), SignedToken.signed("ES384", SignedToken.P256.getPrivate(), CLAIMS))
                .invalid();
    }

    @Test
    void anEd25519KeyAllowsEdDsaUnderBothItsNames() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .edDsaPublicKey(SignedToken.pem(SignedToken.ED25519.getPublic()))
                .build();

        assertAlice(authenticator, SignedToken.signed("EdDSA", SignedToken.ED25519.getPrivate(), CLAIMS));
        assertAlice(authenticator, SignedToken.signed("Ed25519", SignedToken.ED25519.getPrivate(), CLAIMS));
        Outcome.ofConnect(
                        authenticator,
                        SignedToken.signed(
                                "EdDSA", SignedToken.pair("Ed25519", null).getPrivate(), CLAIMS))
                .invalid();
    }

    @Test
    void severalKeysServeSideBySideEachWithItsOwnAlgorithms() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .hmacSecret("secret")
                .rsaPublicKey(SignedToken.pem(SignedToken.RSA.getPublic()))
                .ecdsaPublicKey(SignedToken.pem(SignedToken.P256.getPublic()))
                .build();

        assertAlice(authenticator, SignedToken.hs256("secret", CLAIMS));
        assertAlice(authenticator, SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), CLAIMS));
        assertAlice(authenticator, SignedToken.signed("ES256", SignedToken.P256.getPrivate(), CLAIMS));
        Outcome.ofConnect(authenticator, SignedToken.signed("EdDSA", SignedToken.ED25519.getPrivate(), CLAIMS))
                .invalid();
    }
}
