package io.spindle.gateway.cli.config;

import static io.spindle.gateway.cli.config.Read.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files as teams have them. */
class SampleFilesTest {
    private static final NamespaceOptions NAMESPACE = ChannelOptions.ENTRY.options;

    @Test
    void aSecretAnOriginAndAKey() {
        Read read = Read.sample("hmac.json");

        assertEquals(List.of(), read.faults());
        assertEquals("s3cret", read.get(AccessSettings.TOKEN_HMAC_SECRET_KEY));
        assertEquals(List.of("https://app.example.com"), read.get(AccessSettings.ALLOWED_ORIGINS));
        assertEquals("api-key", read.get(AccessSettings.HTTP_API_KEY));
        assertFalse(read.get(ROOT.channel.withoutNamespace.allowSubscribeForClient));
        assertEquals(List.of(), read.entries(ROOT.channel.namespaces));
    }

    @Test
    void namespacesWithHistoryAndRecovery() {
        Read read = Read.sample("namespaces.yaml");

        assertEquals(List.of(), read.faults());
        assertTrue(read.get(ROOT.channel.withoutNamespace.allowSubscribeForClient));
        SettingValues chat = read.namespace("chat");
        assertEquals(100, chat.get(NAMESPACE.historySize));
        assertEquals(Duration.ofMinutes(5), chat.get(NAMESPACE.historyTtl));
        assertTrue(chat.get(NAMESPACE.forceRecovery));
        assertTrue(chat.get(NAMESPACE.allowPublishForSubscriber));
        assertFalse(chat.get(NAMESPACE.allowPublishForClient));
    }

    @Test
    void aKeySetACustomClaimAndUserLimitedChannels() {
        Read read = Read.sample("key-set.toml");

        assertEquals(List.of(), read.faults());
        assertEquals("https://id.example.com/{{tenant}}/jwks", read.get(ROOT.client.token.jwksPublicEndpoint));
        assertEquals("uid", read.get(ROOT.client.token.userIdClaim));
        assertEquals("realtime", read.get(ROOT.client.token.audience));
        assertEquals("user", read.get(ROOT.client.personalChannelNamespace));
        assertTrue(read.namespace("dialog").get(NAMESPACE.allowUserLimitedChannels));
        assertFalse(read.namespace("user").get(NAMESPACE.allowUserLimitedChannels));
    }

    @Test
    void insecureDevelopmentIsReadAndItsAdminPageIsSaidToBeMissing() {
        Read read = Read.sample("insecure.json");

        assertEquals(1, read.faults().size(), () -> read.faults().toString());
        assertTrue(
                read.faults().get(0).startsWith("admin.enabled: not supported: a web interface"),
                read.faults()::toString);
        assertTrue(read.get(ROOT.client.insecure));
        assertEquals(10, read.namespace("hh").get(NAMESPACE.historySize));
        assertEquals(
                List.of("client.insecure", "http_api.insecure", "client.allowed_origins"),
                InsecureSwitches.warnings(read.values()).stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    @Test
    void backendsThatDecide() {
        Read read = Read.sample("proxies.json");

        assertEquals(List.of(), read.faults());
        ProxyOptions connect = ROOT.client.connectProxy;
        assertTrue(read.get(ROOT.client.connectProxyEnabled));
        assertEquals("http://app:3000/connect", read.get(connect.endpoint));
        assertEquals(List.of("Cookie"), read.get(connect.httpHeaders));
        assertEquals(Duration.ofSeconds(2), read.get(connect.timeout));
        SettingValues orders = read.entries(ROOT.proxies).get(0);
        assertEquals("orders", orders.get(ConfigOptions.PROXY.name));
        assertEquals(Duration.ofSeconds(1), orders.get(ConfigOptions.PROXY.proxy.timeout));
        assertEquals("orders", read.namespace("orders").get(NAMESPACE.publishProxyName));
        assertTrue(read.get(ROOT.rpc.withoutNamespace.proxyEnabled));
    }

    @Test
    void aBackendThatNobodyKnowsIsAFault() {
        Read read = Read.json(
                "{\"proxies\":[{\"name\":\"order\",\"endpoint\":\"http://orders\"}],\"channel\":{\"namespaces\":"
                        + "[{\"name\":\"orders\",\"subscribe_proxy_enabled\":true,\"subscribe_proxy_name\":\"orders\"}]}}");

        assertEquals(
                List.of("channel.namespaces[orders].subscribe_proxy_name: \"orders\" (expected: the name of an entry of"
                        + " proxies; nearest: order)"),
                read.faults());
    }

    @Test
    void unidirectionalClientsAndAPortForTheInside() {
        Read read = Read.sample("unidirectional.json");

        assertEquals(List.of(), read.faults());
        assertEquals(8000, read.get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(9000, read.get(ROOT.httpServer.internalPort));
        assertEquals("X-User-Id", read.get(ROOT.client.userIdHttpHeader));
        assertTrue(read.get(ROOT.websocket.disabled));
        assertTrue(read.get(ROOT.uniSse.transport.enabled));
        SettingValues transform = read.entries(ROOT.uniSse.responses).get(0);
        assertEquals(3501, transform.get(StreamTransportOptions.RESPONSE_TRANSFORM.code));
        assertEquals(401, transform.get(StreamTransportOptions.RESPONSE_TRANSFORM.toStatusCode));
        assertEquals("{}", transform.get(StreamTransportOptions.RESPONSE_TRANSFORM.toBody));
        assertTrue(read.get(ROOT.prometheus.endpoint.enabled));
    }

    @Test
    void anEmptyFileHasCentrifugosDefaultsAndOpensNoPortsOfOurs() {
        Read read = Read.json("{}");

        assertEquals(List.of(), read.faults());
        assertEquals(Duration.ofSeconds(25), read.get(ConnectionSettings.PING_INTERVAL));
        assertEquals(Duration.ofSeconds(8), read.get(ConnectionSettings.PONG_TIMEOUT));
        assertEquals(Duration.ofSeconds(10), read.get(LimitSettings.STALE_CLOSE_DELAY));
        assertEquals(Optional.empty(), read.values().find(ListenerSettings.HTTP_PORT));
        assertEquals(Optional.empty(), read.values().find(ListenerSettings.METRICS_PORT));
        assertEquals(300, read.get(ROOT.client.historyMaxPublicationLimit));
        assertEquals(Duration.ofHours(720), read.get(ROOT.channel.historyMetaTtl));
    }
}
