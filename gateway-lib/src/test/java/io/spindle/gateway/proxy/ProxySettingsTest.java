package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"grpc://app:12000", "app:12000", "", "ftp://app/"})
    void whatIsNotHttpWouldBeGrpcWhichIsRefused(String endpoint) {
        assertEquals(
                "endpoint: \"" + endpoint + "\" (expected: http://… or https://…; proxies over gRPC are not supported)",
                faultOf(ProxySettings.builder(endpoint)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///connect", "http://a b/", "https://app:port/"})
    void anAddressHasAHost(String endpoint) {
        assertTrue(faultOf(ProxySettings.builder(endpoint)).startsWith("endpoint: \"" + endpoint + "\" (expected: "));
    }

    @Test
    void allFaultsAreNamedTogether() {
        assertEquals(
                "timeout: 0ms (expected: 1ms to 600s);"
                        + " maxInFlight: 0 (expected: 1 to 1000000);"
                        + " maxResponseBytes: 10 (expected: 1024 to 1073741824);"
                        + " header \"X Y\" (expected: the name of an HTTP header);"
                        + " static header \"X-Key\": characters that no header can have",
                faultOf(ProxySettings.builder("http://app/")
                        .timeout(Duration.ZERO)
                        .maxInFlight(0)
                        .maxResponseBytes(10)
                        .httpHeaders(List.of("X Y"))
                        .staticHeaders(Map.of("X-Key", "secret\nX-Admin: 1"))));
    }

    @Test
    void theGatewayCanBeToldWhichHeadersToKeep() {
        ProxySettings settings = ProxySettings.builder("http://app/")
                .httpHeaders(List.of("Cookie", "X-Real-IP"))
                .emulatedHeaders(List.of("COOKIE", "Authorization"))
                .build();

        assertEquals(Set.of("cookie", "x-real-ip", "authorization"), settings.keptHeaders());
    }

    @Test
    void secretsOfTheAddressStayOutOfLogs() {
        ProxySettings settings =
                ProxySettings.builder("http://user:pass@app:3000/connect?key=k").build();

        assertEquals("ProxySettings[endpoint=http://app:3000/connect]", settings.toString());
    }

    @Test
    void aStatusStandsForOneThing() {
        ErrorCode error = new ErrorCode(404, "gone", false);
        Disconnect disconnect = new Disconnect(4500, "gone");

        assertEquals(
                "status_code 404: neither of to_error and to_disconnect (expected: one of them)",
                faultOf(404, Optional.empty(), Optional.empty()));
        assertEquals(
                "status_code 404: both of to_error and to_disconnect (expected: one of them)",
                faultOf(404, Optional.of(error), Optional.of(disconnect)));
        assertEquals(
                "status_code: 0 (expected: an HTTP status, 100 to 999)",
                faultOf(0, Optional.of(error), Optional.empty()));
    }

    @Test
    void textsOfStatusesAreShortAndAscii() {
        assertEquals(
                "status_code 404: to_error.message: \"größer\" (expected: at most 123 ASCII characters)",
                faultOf(404, Optional.of(new ErrorCode(404, "größer", false)), Optional.empty()));
        assertTrue(faultOf(404, Optional.of(new ErrorCode(404, "x".repeat(124), false)), Optional.empty())
                .endsWith("(expected: at most 123 ASCII characters)"));
        assertFalse(StatusTransform.toError(404, new ErrorCode(404, "x".repeat(123), false))
                .error()
                .isEmpty());
    }

    private static String faultOf(ProxySettingsBuilder builder) {
        return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    }

    private static String faultOf(int status, Optional<ErrorCode> error, Optional<Disconnect> disconnect) {
        return assertThrows(IllegalArgumentException.class, () -> new StatusTransform(status, error, disconnect))
                .getMessage();
    }
}
