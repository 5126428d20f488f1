package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.NamespaceAuthenticator;
import io.spindle.gateway.policy.namespace.NamespaceOptions;
import io.spindle.gateway.policy.namespace.NamespacePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway whose backend is asked about everything: what clients see of it. */
class ProxiedGatewayTest {
    @RegisterExtension
    @Order(1)
    final Backend backend = new Backend();

    @RegisterExtension
    @Order(2)
    final GatewayExtension gateway = new GatewayExtension(this::proxied);

    private void proxied(GatewayBuilder builder) {
        MetricRegistry registry = new MetricRegistry();
        HttpProxies proxies = new HttpProxies(registry);
        ProxySettings app = ProxySettings.builder(backend.url("/connect"))
                .httpHeaders(List.of("Cookie"))
                .emulatedHeaders(List.of("Authorization"))
                .build();
        ChannelNamespaces namespaces = ChannelNamespaces.builder()
                .namespace(
                        "orders",
                        NamespaceOptions.builder()
                                .subscribeProxy("orders")
                                .publishProxy("orders")
                                .build())
                .build();
        builder.metricRegistry(registry)
                .keepHeaders(Set.of("Cookie"))
                .authenticator(NamespaceAuthenticator.builder(namespaces)
                        .tokens(JwtAuthenticator.hmac(Tokens.SECRET))
                        .connectProxy(proxies.connect(app, Refresh.BY_CLIENT)::ask)
                        .build())
                .channelPolicy(NamespacePolicy.builder(namespaces)
                        .subscribeProxy(
                                "orders",
                                proxies.subscribe(
                                        ProxySettings.builder(backend.url("/subscribe"))
                                                .httpHeaders(List.of("Cookie", "X-Forgotten"))
                                                .build(),
                                        namespaces::options,
                                        Refresh.BY_CLIENT))
                        .publishProxy("orders", proxies.publish(settings("/publish"), namespaces::options))
                        .build())
                .rpc(new RpcNamespaces(":", Optional.empty(), Optional.of(proxies.rpc(settings("/rpc"))), Map.of()));
    }

    private ProxySettings settings(String path) {
        return ProxySettings.builder(backend.url(path)).build();
    }

    @Test
    void aConnectWithoutTokenIsPostedWithItsCookieAndItsEmulatedHeaders() {
        backend.answers("/connect", "{\"result\":{\"user\":\"42\",\"data\":{\"hello\":1}}}");
        JsonClient client = JsonClient.open(RawClient.to(gateway.uri()).header("Cookie", "session=s"));

        JsonMessage reply = client.call("connect", "{\"name\":\"js\",\"headers\":{\"authorization\":\"Bearer b\"}}");

        Backend.Request request = backend.awaitRequest();
        assertEquals("session=s", request.headers().getFirst("Cookie"));
        assertEquals("Bearer b", request.headers().getFirst("Authorization"));
        assertEquals(
                request.json().path("client").asText(),
                reply.at("connect", "client").asText());
        assertEquals("js", request.json().path("name").asText());
        assertEquals(1, reply.at("connect", "data", "hello").asInt());
        client.close();
    }

    @Test
    void aConnectWithATokenIsNot() {
        gateway.connect("alice");

        assertEquals(0, backend.requestCount());
    }

    @Test
    void aBackendThatIsDownIsError100() {
        backend.answers("/connect", 503, "");

        JsonMessage reply = gateway.open().connect("");

        assertEquals(100, reply.errorCode());
        assertTrue(reply.at("error", "temporary").asBoolean());
    }

    @Test
    void aBackendWithNothingToSayLetsNobodyIn() {
        backend.answers("/connect", "{}");
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    @Test
    void theBackendsErrorsAndDisconnectsReachTheClient() {
        backend.answers("/connect", "{\"error\":{\"code\":42,\"message\":\"odd\"}}");
        assertEquals(
                "{\"id\":1,\"error\":{\"code\":42,\"message\":\"odd\"}}",
                gateway.open().connect("").text());

        backend.answers("/connect", "{\"disconnect\":{\"code\":4501,\"reason\":\"banned\"}}");
        JsonClient client = gateway.open();
        client.send("connect", "{}");
        assertEquals("banned", client.expectClose(4501).reason());
    }

    @Test
    void aConnectionThatHasExpiredAlreadyIsError110() {
        backend.answers("/connect", "{\"result\":{\"user\":\"42\",\"expire_at\":1}}");

        assertEquals(110, gateway.open().connect("").errorCode());
    }

    @Test
    void subscribingAsksTheBackend() {
        backend.answers("/subscribe", "{\"result\":{\"data\":{\"n\": 1}}}");
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = alice.subscribe("orders:1");

        assertTrue(reply.text().contains("\"data\":{\"n\": 1}"), reply.text());
        assertEquals("alice", backend.awaitRequest().json().path("user").asText());
        assertEquals(1, gateway.gateway().subscriberCount("orders:1"));
    }

    @Test
    void headersThatAreKeptAreCopiedLaterToo() {
        backend.answers("/subscribe", "{}");
        JsonClient client = JsonClient.open(
                RawClient.to(gateway.uri()).header("Cookie", "session=s").header("X-Forgotten", "1"));
        client.connect(Tokens.of("alice"));

        client.subscribe("orders:1");

        Backend.Request request = backend.awaitRequest();
        assertEquals("session=s", request.headers().getFirst("Cookie"));
        assertFalse(request.headers().containsKey("X-Forgotten"));
        client.close();
    }

    @Test
    void aRefusedSubscriptionLeavesNothingBehind() {
        JsonClient alice = gateway.connect("alice");
        backend.answers("/subscribe", "{\"error\":{\"code\":403,\"message\":\"no\"}}");
        assertEquals(403, alice.subscribe("orders:1").errorCode());
        backend.answers("/subscribe", 500, "");
        assertEquals(100, alice.subscribe("orders:1").errorCode());

        assertEquals(0, gateway.gateway().subscriberCount("orders:1"));
        assertEquals(102, alice.subscribe("others:1").errorCode());
        assertEquals(103, alice.subscribe("news").errorCode());
        assertEquals(2, backend.requestCount());
    }

    @Test
    void publishingAsksTheBackendWhichMayChangeTheData() {
        backend.answers("/subscribe", "{}").answers("/publish", "{\"result\":{\"data\":{\"checked\": true}}}");
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("orders:1");

        assertEquals(0, alice.publish("orders:1", "{\"raw\": 1}").errorCode());

        assertTrue(alice.awaitPublication("orders:1").text().contains("\"data\":{\"checked\": true}"));
    }

    @Test
    void aRefusedPublicationIsNotPublished() {
        backend.answers("/subscribe", "{}").answers("/publish", "{\"error\":{\"code\":403,\"message\":\"no\"}}");
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("orders:1");

        assertEquals(403, alice.publish("orders:1", "1").errorCode());
        backend.answers("/publish", 500, "");
        assertEquals(100, alice.publish("orders:1", "2").errorCode());

        alice.presence("orders:1");
        assertFalse(alice.hasReceived(message -> message.json().has("push")));
    }

    @Test
    void remoteCallsAreAnsweredByTheBackend() {
        backend.answers("/rpc", "{\"result\":{\"data\":{\"sum\": 3}}}");
        JsonClient alice = gateway.connect("alice");

        JsonMessage reply = alice.call("rpc", "{\"method\":\"sum\",\"data\":[1,2]}");

        assertTrue(reply.text().contains("\"data\":{\"sum\": 3}"), reply.text());
        assertEquals("[1,2]", backend.awaitRequest().json().path("data").toString());
        assertEquals(104, alice.call("rpc", "{\"method\":\"a:b\",\"data\":1}").errorCode());
    }
}
