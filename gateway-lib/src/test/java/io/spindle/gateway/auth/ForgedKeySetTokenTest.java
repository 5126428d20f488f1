package io.spindle.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.KeyPair;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that a key of the set has not signed, however their header puts it. */
class ForgedKeySetTokenTest {
    private static final String CLAIMS = "{\"sub\":\"mallory\"}";
    private static final KeySetServer SERVER = new KeySetServer();
    private static final JwtAuthenticator AUTHENTICATOR =
            KeySetTokens.authenticator(SERVER.url("/jwks"), new AtomicLong());

    @BeforeAll
    static void serveKeys() {
        SERVER.serve(
                Jwk.of("rsa", SignedToken.RSA.getPublic()),
                Jwk.of("rsa2", SignedToken.OTHER_RSA.getPublic()),
                Jwk.of("ec", SignedToken.P256.getPublic()),
                Jwk.of("ec384", SignedToken.P384.getPublic()),
                Jwk.of("ed", SignedToken.ED25519.getPublic()));
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static void assertInvalid(String token) {
        Outcome.ofConnect(AUTHENTICATOR, token).invalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec", "ed"})
    void aPublicKeyIsNoSecret(String keyId) {
        KeyPair pair =
                keyId.equals("rsa") ? SignedToken.RSA : keyId.equals("ec") ? SignedToken.P256 : SignedToken.ED25519;
        byte[][] secrets = {
            SignedToken.pem(pair.getPublic()).getBytes(UTF_8),
            pair.getPublic().getEncoded(),
            Jwk.of(keyId, pair.getPublic()).getBytes(UTF_8)
        };
        for (byte[] secret : secrets) {
            for (String algorithm : new String[] {"HS256", "HS384", "HS512"}) {
                assertInvalid(SignedToken.hmac(KeySetTokens.header(keyId, algorithm), algorithm, secret, CLAIMS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "", "HS256"})
    void nothingIsNoSignature(String algorithm) {
        for (String keyId : new String[] {"rsa", "ec", "ed"}) {
            String signed =
                    SignedToken.base64(KeySetTokens.header(keyId, algorithm)) + "." + SignedToken.base64(CLAIMS) + ".";
            assertInvalid(signed);
            assertInvalid(signed + "AAAA");
        }
    }

    @Test
    void theKeyOfAnotherIdDoesNotCount() {
        assertInvalid(KeySetTokens.token("rsa2", "RS256", SignedToken.RSA.getPrivate()));
        assertInvalid(KeySetTokens.token("rsa", "RS256", SignedToken.OTHER_RSA.getPrivate()));
        assertInvalid(KeySetTokens.token("ec", "RS256", SignedToken.RSA.getPrivate()));
        assertInvalid(KeySetTokens.token("ed", "ES256", SignedToken.P256.getPrivate()));
        assertInvalid(KeySetTokens.token("RSA", "RS256", SignedToken.RSA.getPrivate()));
        assertInvalid(KeySetTokens.token("rsa ", "RS256", SignedToken.RSA.getPrivate()));
    }

    @Test
    void anotherCurveDoesNotCount() {
        assertInvalid(KeySetTokens.token("ec", "ES384", SignedToken.P384.getPrivate()));
        assertInvalid(KeySetTokens.token("ec384", "ES256", SignedToken.P256.getPrivate()));
        assertInvalid(SignedToken.signed(
                KeySetTokens.header("ec384", "ES384"), "ES256", SignedToken.P256.getPrivate(), CLAIMS));
    }

    @Test
    void aKeyThatTheTokenBringsAlongDoesNotCount() {
        String own = Jwk.of("rsa", SignedToken.OTHER_RSA.getPublic());
        for (String header : new String[] {
            "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"jwk\":" + own + "}",
            "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"jku\":\"" + SERVER.url("/mine") + "\"}",
            "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"x5u\":\"" + SERVER.url("/mine") + "\"}"
        }) {
            assertInvalid(SignedToken.signed(header, "RS256", SignedToken.OTHER_RSA.getPrivate(), CLAIMS));
        }
        assertEquals(0, SERVER.paths().stream().filter("/mine"::equals).count());
    }

    @Test
    void signaturesOfZerosOrOfAnotherLengthAreRefused() {
        for (String[] key : new String[][] {{"rsa", "RS256"}, {"ec", "ES256"}, {"ed", "EdDSA"}}) {
            String signed =
                    SignedToken.base64(KeySetTokens.header(key[0], key[1])) + "." + SignedToken.base64(CLAIMS) + ".";
            for (int bytes : new int[] {1, 63, 64, 65, 256, 1_000}) {
                assertInvalid(signed + SignedToken.base64(new byte[bytes]));
            }
        }
    }

    @Test
    void aKeyIdOfAnyKindDoesNoHarm() {
        for (String keyId :
                new String[] {"../../etc/passwd", "'; DROP TABLE keys", "{{tenant}}", "\\u0000", "k".repeat(10_000)}) {
            assertInvalid(KeySetTokens.token(keyId, "RS256", SignedToken.RSA.getPrivate()));
        }
    }
}
