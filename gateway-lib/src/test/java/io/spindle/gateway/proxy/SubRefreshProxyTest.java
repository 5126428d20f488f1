package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubRefreshProxyTest {
    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoseSubscriptionExpires() {
        backend.answers("/sub_refresh", "{}");

        decide();

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\","
                        + "\"user\":\"42\",\"channel\":\"orders:1\"}",
                backend.awaitRequest().body());
    }

    @Test
    void aNewExpiryProlongs() {
        backend.answers("/sub_refresh", "{\"result\":{\"expire_at\":4102444800,\"info\":{\"r\":1}}}");

        assertEquals(
                new SubscribeTerms(
                        Optional.of(Payload.json("{\"r\":1}")),
                        Optional.empty(),
                        Optional.of(Instant.parse("2100-01-01T00:00:00Z")),
                        Refresh.BY_GATEWAY),
                assertInstanceOf(Decision.Allow.class, decide()).subscribe());
    }

    @Test
    void aResultWithoutExpiryMakesTheSubscriptionEternal() {
        backend.answers("/sub_refresh", "{\"result\":{}}");

        assertEquals(
                Optional.empty(),
                assertInstanceOf(Decision.Allow.class, decide()).subscribe().expiresAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"result\":{\"expired\":true,\"expire_at\":4102444800}}",
                "{\"error\":{\"code\":100,\"message\":\"later\",\"temporary\":true}}",
                "{\"disconnect\":{\"code\":4500,\"reason\":\"out\"}}"
            })
    void everyOtherAnswerEndsTheSubscriptionAndNotTheConnection(String answer) {
        backend.answers("/sub_refresh", answer);

        assertInstanceOf(Decision.Deny.class, decide());
    }

    @Test
    void noAnswerIsAFailureWhichIsAskedAgainLater() {
        backend.answers("/sub_refresh", 500, "");

        assertThrows(ProxyFailedException.class, this::decide);
    }

    private Decision decide() {
        return Clients.get(proxies.subRefresh(
                        ProxySettings.builder(backend.url("/sub_refresh")).build(),
                        channel -> Optional.of(ChannelOptions.BROADCAST))
                .decide(Clients.user("42"), "orders:1", new ChannelAction.RefreshSubscription(Optional.empty())));
    }
}
