package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshProxyTest {
    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoseTimeHasCome() {
        backend.answers("/refresh", "{}");

        prolong();

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\","
                        + "\"user\":\"42\"}",
                backend.awaitRequest().body());
    }

    @Test
    void aNewExpiryProlongs() {
        backend.answers("/refresh", "{\"result\":{\"expire_at\":4102444800,\"info\":{\"n\":2},\"meta\":3}}");

        Authentication.Accepted accepted = assertInstanceOf(Authentication.Accepted.class, prolong());

        assertEquals("42", accepted.userId());
        assertEquals(Optional.of(Instant.parse("2100-01-01T00:00:00Z")), accepted.expiresAt());
        assertEquals(Refresh.BY_GATEWAY, accepted.refresh());
        assertEquals(Optional.of(Payload.json("{\"n\":2}")), accepted.info());
        assertEquals(Optional.of(Payload.json("3")), accepted.meta());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"result\":{}}",
                "{\"result\":{\"expire_at\":0}}",
                "{\"result\":{\"expired\":true,\"expire_at\":4102444800}}",
                "{\"error\":{\"code\":100,\"message\":\"later\",\"temporary\":true}}",
                "{\"disconnect\":{\"code\":4500,\"reason\":\"out\"}}"
            })
    void everyOtherAnswerEndsTheConnection(String answer) {
        backend.answers("/refresh", answer);

        assertEquals(new Authentication.Disconnected(Disconnect.EXPIRED), prolong());
    }

    @Test
    void noAnswerIsAFailureWhichIsAskedAgainLater() {
        backend.answers("/refresh", 500, "");

        assertThrows(ProxyFailedException.class, this::prolong);
    }

    private Authentication prolong() {
        return Clients.get(
                proxies.refresh(ProxySettings.builder(backend.url("/refresh")).build())
                        .prolong(Clients.user("42")));
    }
}
