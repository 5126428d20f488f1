package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.DeltaOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishProxyTest {
    private static final ChannelOptions OPTIONS = ChannelOptions.BROADCAST.withDelta(DeltaOptions.FOSSIL);

    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoPublishesWhat() {
        backend.answers("/publish", "{}");

        decide("orders:1");

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\","
                        + "\"user\":\"42\",\"channel\":\"orders:1\",\"data\":{\"a\": 1.0}}",
                backend.awaitRequest().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":{}}", "{\"result\":{\"data\":null}}"})
    void anEmptyAnswerPublishesUnchanged(String answer) {
        backend.answers("/publish", answer);

        assertEquals(PublishTerms.PLAIN, allowed().publish());
    }

    @Test
    void aResultChangesWhatIsPublishedAndHow() {
        backend.answers(
                "/publish",
                "{\"result\":{\"data\":{\"checked\": true},\"skip_history\":true,\"tags\":{\"k\":\"v\"},"
                        + "\"idempotency_key\":\"i\",\"delta\":true,\"version\":7,\"version_epoch\":\"e\"}}");

        assertEquals(
                new PublishTerms(
                        Optional.of(Payload.json("{\"checked\": true}")), Map.of("k", "v"), true, true, "i", 7, "e"),
                allowed().publish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":{\"data\":1}}"})
    void theChannelDoesNotMakeItADelta(String answer) {
        backend.answers("/publish", answer);

        assertEquals(OPTIONS.withDelta(new DeltaOptions(true, false)), allowed().options());
    }

    @Test
    void errorsRefuseAndDisconnectsClose() {
        backend.answers("/publish", "{\"error\":{\"code\":403,\"message\":\"no\"}}");
        assertEquals(
                new ErrorCode(403, "no", false),
                assertInstanceOf(Decision.Deny.class, decide("orders:1")).error());

        backend.answers("/publish", "{\"disconnect\":{\"code\":4500,\"reason\":\"out\"}}");
        assertEquals(
                new Disconnect(4500, "out"),
                assertInstanceOf(Decision.Close.class, decide("orders:1")).disconnect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":{\"tags\":{\"k\":1}}}", "{\"result\":{\"skip_history\":\"yes\"}}"})
    void aResultThatMeansNothingPublishesNothing(String answer) {
        backend.answers("/publish", answer);

        assertThrows(ProxyFailedException.class, () -> decide("orders:1"));
    }

    @Test
    void aChannelThatDoesNotExistAsksNobody() {
        assertEquals(
                ErrorCode.UNKNOWN_CHANNEL,
                assertInstanceOf(Decision.Deny.class, decide("other")).error());
        assertEquals(0, backend.requestCount());
    }

    private Decision.Allow allowed() {
        return assertInstanceOf(Decision.Allow.class, decide("orders:1"));
    }

    private Decision decide(String channel) {
        ChannelPolicy policy = proxies.publish(
                ProxySettings.builder(backend.url("/publish")).build(),
                name -> name.startsWith("orders:") ? Optional.of(OPTIONS) : Optional.empty());
        return Clients.get(policy.decide(
                Clients.user("42"), channel, new ChannelAction.Publish(Payload.json("{\"a\": 1.0}"), false)));
    }
}
