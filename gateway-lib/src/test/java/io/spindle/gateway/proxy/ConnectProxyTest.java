package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.client.ClientTransport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectProxyTest {
    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoConnectsAndHow() {
        backend.answers("/connect", "{}");
        ClientTransport transport = new ClientTransport("http_stream", "protobuf", Map.of(), Map.of());

        Clients.get(connect(Refresh.BY_CLIENT)
                .ask(new ConnectAttempt(
                        "b924",
                        "",
                        Optional.of(Payload.json("{ \"q\": 1.10 }")),
                        "js",
                        "1",
                        Set.of("b", "a"),
                        transport)));

        assertEquals(
                "{\"client\":\"b924\",\"transport\":\"http_stream\",\"protocol\":\"protobuf\",\"encoding\":\"json\","
                        + "\"data\":{ \"q\": 1.10 },\"name\":\"js\",\"version\":\"1\",\"channels\":[\"a\",\"b\"]}",
                backend.awaitRequest().body());
    }

    @Test
    void emptyFieldsAreLeftOut() {
        backend.answers("/connect", "{}");

        Clients.get(connect(Refresh.BY_CLIENT).ask(Clients.attempt()));

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\"}",
                backend.awaitRequest().body());
    }

    @Test
    void aResultIsWhoTheClientIs() {
        backend.answers(
                "/connect",
                "{\"result\":{\"user\":\"42\",\"info\":{\"n\": 1},\"data\":[ 2 ],\"expire_at\":4102444800,"
                        + "\"meta\":{\"team\":7},\"channels\":[\"px:s\",\"px:t\"],\"subs\":{\"px:t\":{\"info\":3,"
                        + "\"b64data\":\"AP8=\",\"override\":{\"presence\":{\"value\":true},"
                        + "\"force_recovery\":{\"value\":false}}}},\"caps\":[{\"channels\":[\"*\"]}]}}");

        Authentication.Accepted accepted = accepted(Refresh.BY_GATEWAY);

        assertEquals("42", accepted.userId());
        assertEquals(Optional.of(Payload.json("{\"n\": 1}")), accepted.info());
        assertEquals(Optional.of(Payload.json("[ 2 ]")), accepted.data());
        assertEquals(Optional.of(Instant.parse("2100-01-01T00:00:00Z")), accepted.expiresAt());
        assertEquals(Refresh.BY_GATEWAY, accepted.refresh());
        assertEquals(Optional.of(Payload.json("{\"team\":7}")), accepted.meta());
        assertEquals(
                Map.of(
                        "px:s",
                        ServerSubscription.PLAIN,
                        "px:t",
                        new ServerSubscription(
                                Optional.of(Payload.json("3")),
                                Optional.of(Payload.binary(new byte[] {0, (byte) 0xff})),
                                new Overrides(
                                        Optional.of(true),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(false),
                                        Optional.empty()))),
                accepted.subscriptions());
    }

    @Test
    void withoutARefreshProxyTheClientRefreshesItself() {
        backend.answers("/connect", "{\"result\":{\"user\":\"42\",\"expire_at\":4102444800}}");

        assertEquals(Refresh.BY_CLIENT, accepted(Refresh.BY_CLIENT).refresh());
    }

    @Test
    void anEmptyUserIsAnAcceptedAnonymousOne() {
        backend.answers("/connect", "{\"result\":{}}");

        Authentication.Accepted accepted = accepted(Refresh.BY_CLIENT);

        assertEquals("", accepted.userId());
        assertEquals(Optional.empty(), accepted.expiresAt());
    }

    @Test
    void withoutAResultTheBackendHasNothingToSay() {
        backend.answers("/connect", "{}");

        assertTrue(
                Clients.get(connect(Refresh.BY_CLIENT).ask(Clients.attempt())).isEmpty());
    }

    @Test
    void errorsAndDisconnectsReachTheClient() {
        backend.answers("/connect", "{\"error\":{\"code\":1000,\"message\":\"come back\",\"temporary\":true}}");
        assertEquals(
                Optional.of(new Authentication.Refused(new ErrorCode(1000, "come back", true))),
                Clients.get(connect(Refresh.BY_CLIENT).ask(Clients.attempt())));

        backend.answers("/connect", "{\"disconnect\":{\"code\":4501,\"reason\":\"banned\"}}");
        assertEquals(
                Optional.of(new Authentication.Disconnected(new Disconnect(4501, "banned"))),
                Clients.get(connect(Refresh.BY_CLIENT).ask(Clients.attempt())));
    }

    @Test
    void aBackendThatFailsIsAFailure() {
        backend.answers("/connect", 503, "{\"result\":{\"user\":\"42\"}}");

        assertThrows(
                ProxyFailedException.class,
                () -> Clients.get(connect(Refresh.BY_CLIENT).ask(Clients.attempt())));
    }

    private Authentication.Accepted accepted(Refresh refresh) {
        return assertInstanceOf(
                Authentication.Accepted.class,
                Clients.get(connect(refresh).ask(Clients.attempt())).orElseThrow());
    }

    private ConnectProxy connect(Refresh refresh) {
        return proxies.connect(ProxySettings.builder(backend.url("/connect")).build(), refresh);
    }
}
