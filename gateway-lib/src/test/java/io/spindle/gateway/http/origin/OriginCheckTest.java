package io.spindle.gateway.http.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {
    private static final String HOST = "gateway.example.com:8000";

    @Test
    void requestsWithoutAnOriginPass() throws Exception {
        assertTrue(check(List.of()).check(null, HOST, null, remote("192.0.2.1")).passes());
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.com, chat.example.com",
        "http://chat.example.com:8000, chat.example.com:8000",
        "https://CHAT.example.com, chat.Example.com",
        "https://chat.example.com, chat.example.com:443",
        "http://chat.example.com:80, chat.example.com",
        "http://[::1]:8000, [::1]:8000",
    })
    void theServersOwnPagesPass(String origin, String host) throws Exception {
        assertTrue(
                check(List.of()).check(origin, host, null, remote("192.0.2.1")).passes());
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, chat.example.com",
        "https://chat.example.com.evil.example, chat.example.com",
        "https://chat.example.com:8443, chat.example.com",
        "http://chat.example.com:443, chat.example.com",
        "null, chat.example.com",
        "chat.example.com, chat.example.com",
        "capacitor://localhost, localhost",
        "https://, ''",
    })
    void otherPagesDoNot(String origin, String host) throws Exception {
        assertFalse(
                check(List.of()).check(origin, host, null, remote("192.0.2.1")).passes());
        assertFalse(check(List.of()).check(origin, null, null, null).passes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://*.example.com https://a.example.com",
                "https://*.example.com https://a.b.example.com",
                "https://*.example.com HTTPS://A.Example.com",
                "* null",
                "** https://anything.example:1234",
                "http://localhost:300? http://localhost:3001",
                "https://app[0-9].example.com https://app7.example.com",
                "https://app[!0-9].example.com https://appx.example.com",
                "https://app[a-cx].example.com https://appx.example.com",
                "https://{app,www}.example.com https://www.example.com",
                "https://{app,w{ww,3}}.example.{com,org} https://w3.example.org",
                "http{s,}://a.example http://a.example",
                "https://a\\*b.example https://a*b.example",
                "https://*-{dev,test}-*.example.com https://x-test-7.example.com",
                "*://*.com*:8* https://a.com.b:81",
            })
    void patternsMatchTheWholeOriginInLowerCase(String pattern, String origin) throws Exception {
        assertTrue(check(List.of("https://other.example", pattern))
                .check(origin, HOST, null, null)
                .passes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://*.example.com http://a.example.com",
                "https://*.example.com https://example.com",
                "https://*.example.com https://a.example.com:8443",
                "https://*.example.com https://a.example.com.evil.example",
                "https://App.example.com https://App.example.com",
                "http://localhost:300? http://localhost:300",
                "https://app[0-9].example.com https://appx.example.com",
                "https://app[!0-9].example.com https://app7.example.com",
                "https://{app,www}.example.com https://api.example.com",
                "https://a.example https://a-example",
            })
    void whatDoesNotMatchIsRefused(String pattern, String origin) throws Exception {
        assertFalse(check(List.of(pattern)).check(origin, HOST, null, null).passes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://[a-z.example.com",
                "https://{a,b.example.com",
                "https://a}.example.com",
                "https://[].example.com",
                "https://[z-a].example.com",
                "https://a.example\\",
                "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
            })
    void malformedPatternsAreNamedAtTheStart(String pattern) {
        String message = assertThrows(IllegalArgumentException.class, () -> check(List.of(pattern)))
                .getMessage();

        assertTrue(message.startsWith("client.allowed_origins: \"" + pattern + "\""), message);
    }

    @Test
    void noOriginMakesAPatternWorkForLong() {
        OriginCheck check = check(List.of("*a*a*a*a*a*a*a*a*a*b"));
        String origin = "a".repeat(8_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertFalse(check.check(origin, HOST, null, null).passes()));
    }

    @Test
    void aForwardedHostCountsFromATrustedProxyOnly() throws Exception {
        OriginCheck check = new OriginCheck(List.of(), TrustedProxies.of(List.of("10.0.0.0/8")));
        String origin = "https://chat.example.com";

        assertTrue(check.check(origin, "gw:8000", "chat.example.com", remote("10.1.2.3"))
                .passes());
        assertTrue(check.check(origin, "gw:8000", "chat.example.com, lb.internal", remote("10.1.2.3"))
                .passes());
        assertFalse(check.check(origin, "gw:8000", "other.example.com", remote("10.1.2.3"))
                .passes());
        assertFalse(check.check(origin, "gw:8000", "chat.example.com", remote("192.0.2.1"))
                .passes());
        assertFalse(check.check(origin, "gw:8000", "chat.example.com", null).passes());
        assertFalse(check.check(origin, "gw:8000", null, remote("10.1.2.3")).passes());
    }

    @Test
    void aRefusalIsOneLineOfBoundedLength() {
        String refusal = check(List.of())
                .check("https://evil.example/\u001b[2J\u2028" + "x".repeat(5_000), HOST, null, null)
                .refusal();

        assertEquals(1, refusal.lines().count());
        assertTrue(refusal.length() < 500, refusal);
        assertTrue(refusal.chars().allMatch(c -> c >= 0x20 && c < 0x7f), refusal);
    }

    private static OriginCheck check(List<String> allowed) {
        return new OriginCheck(allowed, TrustedProxies.NONE);
    }

    private static InetAddress remote(String address) throws Exception {
        return InetAddress.getByName(address);
    }
}
