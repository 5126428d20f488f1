package io.spindle.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedTokenTest {
    private static final String SECRET = "secret";
    private static final String CLAIMS = "{\"sub\":\"mallory\"}";
    private static final String RSA_PEM = SignedToken.pem(SignedToken.RSA.getPublic());

    private final JwtAuthenticator hmac = JwtAuthenticator.hmac(SECRET);
    private final JwtAuthenticator rsa =
            JwtAuthenticator.builder().rsaPublicKey(RSA_PEM).build();
    private final JwtAuthenticator ecdsa = JwtAuthenticator.builder()
            .ecdsaPublicKey(SignedToken.pem(SignedToken.P256.getPublic()))
            .build();

    private void assertInvalid(String token) {
        Outcome.ofConnect(hmac, token).invalid();
        Outcome.ofConnect(rsa, token).invalid();
        Outcome.ofConnect(ecdsa, token).invalid();
    }

    @Test
    void aPublicKeyIsNoSecret() {
        for (byte[] key : new byte[][] {
            RSA_PEM.getBytes(UTF_8),
            RSA_PEM.strip().getBytes(UTF_8),
            SignedToken.RSA.getPublic().getEncoded()
        }) {
            assertInvalid(SignedToken.hmac("HS256", key, CLAIMS));
            assertInvalid(SignedToken.hmac("HS512", key, CLAIMS));
            assertInvalid(SignedToken.hmac("{\"alg\":\"RS256\"}", "HS256", key, CLAIMS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "hs256", "HS1", "ES256K", "dir", "RSA-OAEP"})
    void anAlgorithmThatNoKeyAllowsIsRefusedSignedOrNot(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";

        assertInvalid(SignedToken.base64(header) + "." + SignedToken.base64(CLAIMS) + ".");
        assertInvalid(SignedToken.base64(header) + "." + SignedToken.base64(CLAIMS));
        assertInvalid(SignedToken.hmac(header, "HS256", SECRET.getBytes(UTF_8), CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{\"alg\":256}",
                "{\"alg\":null}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\"} {}",
                "{\"alg\":\"HS256\"",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}"
            })
    void aHeaderThatIsNotPlainIsRefusedThoughTheSignatureFits(String header) {
        Outcome.ofConnect(hmac, SignedToken.hmac(header, "HS256", SECRET.getBytes(UTF_8), CLAIMS))
                .invalid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kid\":\"../../../../dev/null\"",
                "\"kid\":\"x' UNION SELECT 'aGFja2Vk\"",
                "\"kid\":{\"a\":[1,2]}",
                "\"jku\":\"http://127.0.0.1:1/keys\"",
                "\"x5u\":\"file:///etc/passwd\"",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"aGFja2Vk\"}",
                "\"x5c\":[\"bm90IGEgY2VydA\"]"
            })
    void aKeyThatTheTokenNamesOrBringsHasNoSay(String parameter) {
        String header = "{\"alg\":\"HS256\"," + parameter + "}";

        Outcome.ofConnect(hmac, SignedToken.hmac(header, "HS256", "hacked".getBytes(UTF_8), CLAIMS))
                .invalid();
        assertEquals(
                "mallory",
                Outcome.ofConnect(hmac, SignedToken.hmac(header, "HS256", SECRET.getBytes(UTF_8), CLAIMS))
                        .accepted()
                        .userId());
    }

    @Test
    void theAlgorithmCantBeSwappedAfterSigning() {
        String token = SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), CLAIMS);
        String rest = token.substring(token.indexOf('.'));

        for (String algorithm : new String[] {"RS384", "RS512", "PS256", "HS256", "none"}) {
            Outcome.ofConnect(rsa, SignedToken.base64("{\"alg\":\"" + algorithm + "\"}") + rest)
                    .invalid();
        }
        Outcome.ofConnect(rsa, SignedToken.signed("{\"alg\":\"PS256\"}", "RS256", SignedToken.RSA.getPrivate(), CLAIMS))
                .invalid();
    }

    @Test
    void theClaimsCantBeSwappedAfterSigning() {
        String[] parts = SignedToken.hs256(SECRET, CLAIMS).split("\\.");

        Outcome.ofConnect(hmac, parts[0] + "." + SignedToken.base64("{\"sub\":\"admin\"}") + "." + parts[2])
                .invalid();
    }

    @Test
    void aSignatureThatIsCutShortOrLongerIsRefused() {
        String[] tokens = {
            SignedToken.hs256(SECRET, CLAIMS),
            SignedToken.signed("RS256", SignedToken.RSA.getPrivate(), CLAIMS),
            SignedToken.signed("PS256", SignedToken.RSA.getPrivate(), CLAIMS),
            SignedToken.signed("ES256", SignedToken.P256.getPrivate(), CLAIMS)
        };
        for (String token : tokens) {
            int signature = token.lastIndexOf('.') + 1;
            for (int length = signature; length < token.length() - 1; length++) {
                assertInvalid(token.substring(0, length));
            }
            assertInvalid(token + "AAAA");
            assertInvalid(token + ".");
            assertInvalid(token + "." + token);
            assertInvalid(token.substring(0, signature) + "!" + token.substring(signature));
        }
    }

    @Test
    void anEcdsaSignatureOfZerosIsRefused() {
        String signed = SignedToken.base64("{\"alg\":\"ES256\"}") + "." + SignedToken.base64(CLAIMS) + ".";

        for (int bytes : new int[] {1, 8, 63, 64, 65, 72, 132}) {
            Outcome.ofConnect(ecdsa, signed + SignedToken.base64(new byte[bytes]))
                    .invalid();
        }
    }

    @Test
    void badEdDsaSignaturesAreRefusedWhateverTheirLength() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .edDsaPublicKey(SignedToken.pem(SignedToken.ED25519.getPublic()))
                .build();
        String signed = SignedToken.base64("{\"alg\":\"EdDSA\"}") + "." + SignedToken.base64(CLAIMS) + ".";

        for (int bytes : new int[] {1, 63, 64, 65, 200}) {
            byte[] signature = new byte[bytes];
            Outcome.ofConnect(authenticator, signed + SignedToken.base64(signature))
                    .invalid();
            Arrays.fill(signature, (byte) 0xFF);
            Outcome.ofConnect(authenticator, signed + SignedToken.base64(signature))
                    .invalid();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", ".", "..", "...", "a", "a.b", "a.b.c", "a.b.c.d.e", "é.é.é", "\u0000.\u0000.\u0000", "=.=.="
            })
    void garbageIsRefused(String token) {
        assertInvalid(token);
    }

    @Test
    void paddingAndOtherAlphabetsOfBase64AreRefused() {
        String token = SignedToken.hs256(SECRET, CLAIMS);

        Outcome.ofConnect(hmac, token + "=").invalid();
        Outcome.ofConnect(hmac, token + "\n").invalid();
        Outcome.ofConnect(hmac, " " + token).invalid();
        String[] parts = token.split("\\.");
        String standard = Base64.getEncoder().encodeToString(CLAIMS.getBytes(UTF_8));
        Outcome.ofConnect(hmac, parts[0] + "." + standard + "." + parts[2]).invalid();
    }

    @Test
    void hugeAndDeepTokensAreRefusedWithoutHarm() {
        String deep = "{\"sub\":\"a\",\"info\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        String deepHeader = "{\"alg\":\"HS256\",\"x\":" + "{\"x\":".repeat(200_000) + "1" + "}".repeat(200_001);

        Outcome.ofConnect(hmac, SignedToken.hs256(SECRET, deep)).invalid();
        assertInvalid(SignedToken.hmac(deepHeader, "HS256", SECRET.getBytes(UTF_8), CLAIMS));
        assertInvalid("A".repeat(4_000_000));
        assertInvalid(".".repeat(1_000_000));
        assertInvalid(SignedToken.base64("{\"alg\":\"" + "H".repeat(1_000_000) + "\"}") + ".e30.AAAA");
        assertInvalid(SignedToken.base64("{\"alg\":\"RS256\"}") + ".e30." + "A".repeat(1_000_000));
        assertInvalid(SignedToken.base64("{\"alg\":\"ES256\"}") + ".e30." + "A".repeat(1_000_000));
    }
}
