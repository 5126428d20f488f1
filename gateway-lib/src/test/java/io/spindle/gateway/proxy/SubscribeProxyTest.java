package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.RecoveryMode;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.api.channel.SubscribeTerms;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeProxyTest {
    private static final ChannelAction SUBSCRIBE = new ChannelAction.Subscribe("", Optional.empty());
    private static final ChannelOptions ON_WISH = ChannelOptions.BROADCAST
            .withJoinLeave(true, Grant.IF_ASKED)
            .withRecovery(new RecoveryOptions(Grant.IF_ASKED, Grant.IF_ASKED, RecoveryMode.STREAM, false));

    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoSubscribesToWhat() {
        backend.answers("/subscribe", "{}");

        decide(new ChannelAction.Subscribe("", Optional.of(Payload.json("{\"since\":1}"))));

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\","
                        + "\"user\":\"42\",\"channel\":\"orders:1\",\"data\":{\"since\":1}}",
                backend.awaitRequest().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":{}}"})
    void anEmptyAnswerAllowsForEver(String answer) {
        backend.answers("/subscribe", answer);

        assertEquals(SubscribeTerms.PLAIN, allowed(SUBSCRIBE).subscribe());
    }

    @Test
    void aResultIsTheTerms() {
        backend.answers("/subscribe", "{\"result\":{\"info\":{\"r\":1},\"data\":[2],\"expire_at\":4102444800}}");

        SubscribeTerms terms = allowed(SUBSCRIBE).subscribe();

        assertEquals(Optional.of(Payload.json("{\"r\":1}")), terms.channelInfo());
        assertEquals(Optional.of(Payload.json("[2]")), terms.data());
        assertEquals(Optional.of(Instant.parse("2100-01-01T00:00:00Z")), terms.expiresAt());
        assertEquals(Refresh.BY_CLIENT, terms.refresh());
    }

    @Test
    void withASubRefreshProxyTheGatewayRefreshes() {
        backend.answers("/subscribe", "{\"result\":{\"expire_at\":4102444800}}");

        Decision decision = decide(policy(ON_WISH, Refresh.BY_GATEWAY), "orders:1", SUBSCRIBE);

        assertEquals(
                Refresh.BY_GATEWAY,
                assertInstanceOf(Decision.Allow.class, decision).subscribe().refresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":{}}"})
    void wishesOfClientsDoNotCount(String answer) {
        backend.answers("/subscribe", answer);

        ChannelOptions options = allowed(SUBSCRIBE).options();

        assertEquals(Grant.NEVER, options.pushJoinLeave());
        assertEquals(Grant.NEVER, options.recovery().positioned());
        assertEquals(Grant.NEVER, options.recovery().recoverable());
    }

    @Test
    void whatTheChannelForcesStays() {
        backend.answers("/subscribe", "{}");
        ChannelOptions forced = ChannelOptions.BROADCAST.withJoinLeave(true).withRecovery(RecoveryOptions.ALWAYS);

        Decision decision = decide(policy(forced, Refresh.BY_CLIENT), "orders:1", SUBSCRIBE);

        assertEquals(forced, assertInstanceOf(Decision.Allow.class, decision).options());
    }

    @Test
    void theBackendCanOverrideBothWays() {
        backend.answers(
                "/subscribe",
                "{\"result\":{\"override\":{\"presence\":{\"value\":true},\"join_leave\":{\"value\":true},"
                        + "\"force_push_join_leave\":{\"value\":false},\"force_recovery\":{\"value\":true},"
                        + "\"force_positioning\":{}}}}");
        ChannelOptions forced = ChannelOptions.BROADCAST
                .withJoinLeave(true)
                .withRecovery(new RecoveryOptions(Grant.ALWAYS, Grant.NEVER, RecoveryMode.CACHE, true));

        Decision decision = decide(policy(forced, Refresh.BY_CLIENT), "orders:1", SUBSCRIBE);

        assertEquals(
                ChannelOptions.BROADCAST
                        .withPresence(true)
                        .withJoinLeave(true, Grant.NEVER)
                        .withRecovery(new RecoveryOptions(Grant.NEVER, Grant.ALWAYS, RecoveryMode.CACHE, true)),
                assertInstanceOf(Decision.Allow.class, decision).options());
    }

    @Test
    void errorsRefuseAndDisconnectsClose() {
        backend.answers("/subscribe", "{\"error\":{\"code\":403,\"message\":\"no\"}}");
        assertEquals(
                new ErrorCode(403, "no", false),
                assertInstanceOf(Decision.Deny.class, decide(SUBSCRIBE)).error());

        backend.answers("/subscribe", "{\"disconnect\":{\"code\":4500,\"reason\":\"out\"}}");
        assertEquals(
                new Disconnect(4500, "out"),
                assertInstanceOf(Decision.Close.class, decide(SUBSCRIBE)).disconnect());
    }

    @Test
    void aBackendThatFailsAllowsNothing() {
        backend.answers("/subscribe", 502, "");

        assertThrows(ProxyFailedException.class, () -> decide(SUBSCRIBE));
    }

    @Test
    void aChannelThatDoesNotExistAsksNobody() {
        Decision decision = decide(policy(ON_WISH, Refresh.BY_CLIENT), "other", SUBSCRIBE);

        assertEquals(
                ErrorCode.UNKNOWN_CHANNEL,
                assertInstanceOf(Decision.Deny.class, decision).error());
        assertEquals(0, backend.requestCount());
    }

    @Test
    void itIsForNothingElse() {
        assertEquals(
                ErrorCode.NOT_AVAILABLE,
                assertInstanceOf(Decision.Deny.class, decide(new ChannelAction.Presence(true)))
                        .error());
    }

    private Decision.Allow allowed(ChannelAction action) {
        return assertInstanceOf(Decision.Allow.class, decide(action));
    }

    private Decision decide(ChannelAction action) {
        return decide(policy(ON_WISH, Refresh.BY_CLIENT), "orders:1", action);
    }

    private static Decision decide(ChannelPolicy policy, String channel, ChannelAction action) {
        return Clients.get(policy.decide(Clients.user("42"), channel, action));
    }

    private ChannelPolicy policy(ChannelOptions options, Refresh refresh) {
        return proxies.subscribe(
                ProxySettings.builder(backend.url("/subscribe")).build(),
                channel -> channel.startsWith("orders:") ? Optional.of(options) : Optional.empty(),
                refresh);
    }
}
