package io.spindle.gateway.cli.config;

import static io.spindle.gateway.cli.config.Read.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.TextMap;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentOverFileTest {
    private static final NamespaceOptions NAMESPACE = ChannelOptions.ENTRY.options;
    private static final String CHAT = "{\"channel\":{\"namespaces\":[{\"name\":\"chat\",\"presence\":true}]}}";

    @ParameterizedTest
    @ValueSource(strings = {"CENTRIFUGO_CLIENT_INSECURE", "SPINDLE_CLIENT_INSECURE"})
    void aVariableWinsOverTheFileAlsoDownwards(String name) {
        assertFalse(Read.json("{\"client\":{\"insecure\":true}}", Map.of(name, "false"))
                .get(ROOT.client.insecure));
    }

    @Test
    void aFlagWinsOverAVariable() {
        Read read = Read.text(
                "{\"http_server\":{\"port\":7000}}",
                ".json",
                Map.of("--websocket-port", "9000"),
                Map.of("CENTRIFUGO_HTTP_SERVER_PORT", "8000"));

        assertEquals(9000, read.get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(List.of(), read.faults());
    }

    @Test
    void noTwoOptionsShareAVariableOrAFlag() {
        Set<String> names = new HashSet<>();
        for (Setting<?> setting : ConfigOptions.table()) {
            assertTrue(names.add(setting.name()), setting.name());
            assertTrue(names.add(setting.flag()), setting.flag());
            assertTrue(names.add(setting.path()), setting.path());
        }
    }

    @Test
    void anEmptyVariableLeavesTheFilesValue() {
        Read read = Read.json(
                "{\"client\":{\"allowed_origins\":[\"https://a\"]}}", Map.of("CENTRIFUGO_CLIENT_ALLOWED_ORIGINS", ""));

        assertEquals(List.of("https://a"), read.get(AccessSettings.ALLOWED_ORIGINS));
    }

    @Test
    void listsInVariablesAreSeparatedBySpaces() {
        Read read = Read.json("{}", Map.of("CENTRIFUGO_CLIENT_PROXY_CONNECT_HTTP_HEADERS", "Cookie X-Real-Ip"));

        assertEquals(List.of("Cookie", "X-Real-Ip"), read.get(ROOT.client.connectProxy.httpHeaders));
    }

    @Test
    void mapsInVariablesAreJsonAndReplaceTheFiles() {
        Read read = Read.json(
                "{\"rpc\":{\"proxy\":{\"http\":{\"static_headers\":{\"a\":\"1\"}}}}}",
                Map.of("CENTRIFUGO_RPC_PROXY_HTTP_STATIC_HEADERS", "{\"X-B.c\":\"2\"}"));

        assertEquals(new TextMap(Map.of("X-B.c", "2")), read.get(ROOT.rpc.proxy.staticHeaders));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10", "0b10000", "0o20", "16"})
    void numbersMayBeWrittenAsInGo(String number) {
        assertEquals(
                16,
                Read.json("{}", Map.of("CENTRIFUGO_CLIENT_CONNECTION_LIMIT", number))
                        .get(ROOT.client.connectionLimit));
    }

    @Test
    void aListOfNamespacesInJsonReplacesTheFiles() {
        Read read = Read.json(
                CHAT,
                Map.of(
                        "CENTRIFUGO_CHANNEL_NAMESPACES",
                        "[{\"name\":\"news\",\"history_size\":3,\"history_ttl\":\"60s\"}]"));

        assertEquals(List.of(), read.faults());
        assertEquals(List.of("news"), names(read));
        assertEquals(Duration.ofMinutes(1), read.namespace("news").get(NAMESPACE.historyTtl));
    }

    @Test
    void aListOfNamesIsAppendedToTheFiles() {
        Read read = Read.json(CHAT, Map.of("CENTRIFUGO_CHANNEL_NAMESPACES", " news  alerts "));

        assertEquals(List.of(), read.faults());
        assertEquals(List.of("chat", "news", "alerts"), names(read));
        assertTrue(read.namespace("chat").get(NAMESPACE.presence));
        assertFalse(read.namespace("news").get(NAMESPACE.presence));
    }

    @Test
    void aVariableOfAnEntryIsLaidOverItWhereverItComesFrom() {
        Read read = Read.json(
                CHAT,
                Map.of(
                        "CENTRIFUGO_CHANNEL_NAMESPACES", "chat-room.a",
                        "CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE", "false",
                        "CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_ROOM_A_HISTORY_SIZE", "10",
                        "SPINDLE_CHANNEL_NAMESPACES_CHAT_ROOM_A_HISTORY_TTL", "60s"));

        assertEquals(List.of(), read.faults());
        assertFalse(read.namespace("chat").get(NAMESPACE.presence));
        assertEquals(10, read.namespace("chat-room.a").get(NAMESPACE.historySize));
        assertEquals("default", read.namespace("chat-room.a").get(NAMESPACE.subscribeProxyName));
    }

    @Test
    void proxiesHaveVariablesToo() {
        Read read = Read.json(
                "{}",
                Map.of(
                        "CENTRIFUGO_PROXIES", "orders",
                        "CENTRIFUGO_PROXIES_ORDERS_ENDPOINT", "http://orders",
                        "CENTRIFUGO_PROXIES_ORDERS_HTTP_STATIC_HEADERS", "{\"A\":\"b\"}",
                        "CENTRIFUGO_PROXIES_ORDERS_HTTP_STATUS_TO_CODE_TRANSFORMS",
                                "[{\"status_code\":404,\"to_error\":{\"code\":404,\"message\":\"no\"}}]"));

        assertEquals(List.of(), read.faults());
        var orders = read.entries(ROOT.proxies).get(0);
        assertEquals("http://orders", orders.get(ConfigOptions.PROXY.proxy.endpoint));
        assertEquals(
                404, orders.entries(ConfigOptions.PROXY.proxy.transforms).get(0).get(ProxyOptions.TRANSFORM.errorCode));
    }

    @Test
    void aBadValueOfAnEntryIsNamedByItsVariable() {
        Read read = Read.json(CHAT, Map.of("CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE", "on"));

        assertEquals(
                List.of("CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE: \"on\" (expected: true or false)"),
                read.faults());
    }

    @Test
    void aListThatIsNoJsonIsAFault() {
        Read read = Read.json("{}", Map.of("CENTRIFUGO_CHANNEL_NAMESPACES", "[{\"name\":"));

        assertEquals(1, read.faults().size());
        assertTrue(read.faults().get(0).startsWith("CENTRIFUGO_CHANNEL_NAMESPACES: "), read.faults()::toString);
    }

    @Test
    void ourNameAndCentrifugosMayNotDisagree() {
        Read read =
                Read.json("{}", Map.of("CENTRIFUGO_CLIENT_CHANNEL_LIMIT", "5", "SPINDLE_CLIENT_CHANNEL_LIMIT", "6"));

        assertEquals(
                List.of("SPINDLE_CLIENT_CHANNEL_LIMIT: \"6\" (expected: the value of CENTRIFUGO_CLIENT_CHANNEL_LIMIT,"
                        + " another name of the same setting)"),
                read.faults());
        assertEquals(5, read.get(LimitSettings.CHANNEL_LIMIT));
    }

    @Test
    void anUnknownVariableIsAWarningWithTheNearestName() {
        Map<String, String> environment = Map.of(
                "CENTRIFUGO_CLIENT_INSECUR", "true",
                "CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENSE", "true",
                "CENTRIFUGO_CHANNEL_NAMESPACES_NEWS_PRESENCE", "true",
                "CENTRIFUGO_VAR_KEY", "x",
                "CENTRIFUGO_ENGINE_REDIS_ADDRESS", "x",
                "CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE", "true",
                "CENTRIFUGO_SERVICE_HOST", "10.0.0.1");
        Read read = Read.json(CHAT, environment);

        assertEquals(List.of(), read.faults());
        assertEquals(
                List.of(
                        "CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENSE: no such setting, ignored (nearest:"
                                + " CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE)",
                        "CENTRIFUGO_CHANNEL_NAMESPACES_NEWS_PRESENCE: no such setting, ignored (nearest:"
                                + " CENTRIFUGO_CHANNEL_NAMESPACES_CHAT_PRESENCE)",
                        "CENTRIFUGO_CLIENT_INSECUR: no such setting, ignored (nearest: CENTRIFUGO_CLIENT_INSECURE)"),
                FileVariables.warnings(read.values(), new Environment(environment), "default"));
    }

    private static List<String> names(Read read) {
        return read.entries(ROOT.channel.namespaces).stream()
                .map(entry -> entry.get(ChannelOptions.ENTRY.name))
                .toList();
    }
}
