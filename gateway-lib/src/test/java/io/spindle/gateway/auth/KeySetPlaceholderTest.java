package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer or the audience of a token may say at which address its key is, of those that are allowed. */
class KeySetPlaceholderTest {
    private static final String ISSUER = "^https://id\\.example\\.com/(?P<tenant>acme|globex)$";

    private final KeySetServer server = new KeySetServer();

    @AfterEach
    void close() {
        server.close();
    }

    private JwtAuthenticatorBuilder builder() {
        return JwtAuthenticator.builder().jwks(server.url("/{{tenant}}/jwks"));
    }

    private static String token(String claims) {
        return KeySetTokens.token("rsa", "RS256", SignedToken.RSA.getPrivate(), claims);
    }

    private static String issuedBy(String issuer) {
        return token("{\"sub\":\"alice\",\"iss\":\"" + issuer + "\"}");
    }

    @Test
    void eachIssuerHasASetOfItsOwn() {
        server.answer(exchange -> {
            boolean acme = exchange.getRequestURI().getPath().equals("/acme/jwks");
            KeySetServer.send(
                    exchange,
                    200,
                    Jwk.set(Jwk.of("rsa", (acme ? SignedToken.RSA : SignedToken.OTHER_RSA).getPublic())));
        });
        JwtAuthenticator authenticator = builder().issuerRegex(ISSUER).build();

        Outcome.ofConnect(authenticator, issuedBy("https://id.example.com/acme"))
                .accepted();
        Outcome.ofConnect(authenticator, issuedBy("https://id.example.com/globex"))
                .invalid();
        assertEquals(List.of("/acme/jwks", "/globex/jwks"), server.paths());
    }

    @Test
    void theAudienceThatMatchesFirstCounts() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        JwtAuthenticator authenticator =
                builder().audienceRegex("^chat-(?P<tenant>acme|globex)$").build();

        Outcome.ofConnect(authenticator, token("{\"aud\":[\"mail\",\"chat-globex\",\"chat-acme\"]}"))
                .accepted();
        assertEquals(List.of("/globex/jwks"), server.paths());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com/initech",
                "https://id.example.com/acme/..",
                "https://id.example.com/acme/",
                "https://id.example.com.evil.test/acme",
                "acme",
                ""
            })
    void anotherIssuerIsInvalidWithoutAFetch(String issuer) {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        JwtAuthenticator authenticator = builder().issuerRegex(ISSUER).build();

        Outcome.ofConnect(authenticator, issuedBy(issuer)).invalid();
        assertEquals(0, server.fetches());
    }

    @Test
    void aPlaceholderThatNothingFillsIsEmptyAndAnEmptySegmentIsNoPath() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        JwtAuthenticator inName = JwtAuthenticator.builder()
                .jwks(server.url("/jwks{{other}}"))
                .issuerRegex(ISSUER)
                .build();
        JwtAuthenticator segment = JwtAuthenticator.builder()
                .jwks(server.url("/{{other}}/jwks"))
                .issuerRegex(ISSUER)
                .build();

        Outcome.ofConnect(inName, issuedBy("https://id.example.com/acme")).accepted();
        Outcome.ofConnect(segment, issuedBy("https://id.example.com/acme")).invalid();
        assertEquals(List.of("/jwks"), server.paths());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?P<tenant>.+)",
                "(?P<tenant>acme|.*)",
                "(?P<tenant>acme|glob.x)",
                "(?P<tenant>acme+)",
                "(?P<tenant>acme?)",
                "(?P<tenant>a{2})",
                "(?P<tenant>[a-z]+)",
                "(?P<tenant>\\w+)",
                "(?P<tenant>\\pL)",
                "(?P<tenant>(?:x|.))",
                "x(?P<tenant>(a|b)*)",
                "[a-z]+-(?P<tenant>acme)",
                "\\d(?P<tenant>acme)",
                "\\Q(\\E(?P<tenant>.*)",
                "\\((?P<tenant>.*)\\)",
                "(?P<other>acme)(?P<tenant>.)"
            })
    void whatIsNoListOfWordsStopsTheStart(String regex) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> builder().issuerRegex(regex).build())
                .getMessage();
        assertTrue(message.startsWith("issuerRegex: \"" + regex + "\" (expected: "), message);

        message = assertThrows(
                        IllegalArgumentException.class,
                        () -> builder().audienceRegex(regex).build())
                .getMessage();
        assertTrue(message.startsWith("audienceRegex: "), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?P<tenant>acme)",
                "^(?P<tenant>acme|globex)$",
                "(?P<tenant>acme\\.com|acme-eu)",
                "(?P<tenant>a(?:b|c)|(d|e))",
                "\\.\\((?P<tenant>acme)\\).*",
                "(?P<any>.+)/(?P<tenant>acme)",
                "(?i)https?://(?P<tenant>acme)"
            })
    void aListOfWordsIsFineWhateverStandsAroundIt(String regex) {
        builder().issuerRegex(regex).build();
        builder().audienceRegex(regex).build();
    }

    @Test
    void withoutPlaceholdersAnyPatternIsFine() {
        JwtAuthenticator.builder()
                .jwks(server.url("/jwks"))
                .issuerRegex("(?P<tenant>.+)")
                .audienceRegex("[a-z]+")
                .build();
    }

    @Test
    void withoutTheSafetyCheckNoTokenLeavesTheDirectory() {
        server.serve(Jwk.of("rsa", SignedToken.RSA.getPublic()));
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .jwks(server.url("/tenants/{{tenant}}/jwks"))
                .issuerRegex("^(?P<tenant>.+)$")
                .skipJwksSafetyCheck(true)
                .build();

        Outcome.ofConnect(authenticator, issuedBy("acme")).accepted();
        for (String issuer : new String[] {"..", ".", "a/../b", "a//b", "%2e%2e", "a/%2e%2e", "/", " ", "%"}) {
            Outcome.ofConnect(authenticator, issuedBy(issuer)).invalid();
        }
        assertEquals(List.of("/tenants/acme/jwks"), server.paths());
    }

    @Test
    void withoutTheSafetyCheckAnAddressThatNobodyCanAskHasNoKeys() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .jwks("http://localhost:{{port}}/jwks")
                .issuerRegex("^(?P<port>.*)$")
                .skipJwksSafetyCheck(true)
                .build();

        for (String issuer : new String[] {"0", "65536", "2147483647", "99999999999", "-1", "x", ""}) {
            Outcome outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> Outcome.ofConnect(authenticator, issuedBy(issuer)), issuer);
            outcome.invalid();
        }
    }
}
