package io.spindle.gateway.cli.config;

import static io.spindle.gateway.cli.config.Read.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.TextMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are read, whatever the format. */
class WhatFilesSayTest {
    @Test
    void capitalsDoNotCountInKeys() {
        assertTrue(Read.json("{\"CLIENT\":{\"Insecure\":true}}").get(ROOT.client.insecure));
    }

    @Test
    void aDotInAKeyIsAStepInward() {
        Read read = Read.json("{\"client.channel_limit\":9,\"client\":{\"insecure\":true}}");

        assertEquals(List.of(), read.faults());
        assertEquals(9, read.get(LimitSettings.CHANNEL_LIMIT));
        assertTrue(read.get(ROOT.client.insecure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"9000\"", "9000", "\"0x2328\""})
    void numbersMayBeTexts(String port) {
        assertEquals(
                9000, Read.json("{\"client\":{\"channel_limit\":" + port + "}}").get(LimitSettings.CHANNEL_LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\"", "\"1\"", "\"t\"", "1"})
    void yesMayBeSaidInSeveralWays(String yes) {
        assertTrue(Read.json("{\"client\":{\"insecure\":" + yes + "}}").get(ROOT.client.insecure));
    }

    @Test
    void yesIsNoWordForYes() {
        for (Read read :
                List.of(Read.json("{\"client\":{\"insecure\":\"yes\"}}"), Read.yaml("client:\n  insecure: yes\n"))) {
            assertEquals(List.of("client.insecure: \"yes\" (expected: true or false)"), read.faults());
        }
    }

    @Test
    void aTextMayBeANumber() {
        assertEquals("9001", Read.json("{\"node\":{\"name\":9001}}").get(ROOT.node.name));
    }

    @Test
    void thePortsAreNumbersOrTexts() {
        Read read = Read.json("{\"http_server\":{\"port\":\"8001\",\"internal_port\":9001}}");

        assertEquals(8001, read.get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(9001, read.get(ROOT.httpServer.internalPort));
    }

    @Test
    void oneTextIsAListOfItAndIsNotSplit() {
        Read read = Read.json("{\"client\":{\"allowed_origins\":\"https://a.example.com\",\"proxy\":{\"connect\":"
                + "{\"http_headers\":\"Cookie Other\"}}}}");

        assertEquals(List.of("https://a.example.com"), read.get(AccessSettings.ALLOWED_ORIGINS));
        assertEquals(List.of("Cookie Other"), read.get(ROOT.client.connectProxy.httpHeaders));
    }

    @ParameterizedTest
    @CsvSource({"'\"25s\"', 25000", "'\"1m30s\"', 90000", "25000000000, 25000", "'\"0.5h\"', 1800000"})
    void durationsAreThoseOfGoAndBareNumbersAreNanoseconds(String text, long millis) {
        assertEquals(
                Duration.ofMillis(millis),
                Read.json("{\"client\":{\"expired_close_delay\":" + text + "}}").get(ROOT.client.expiredCloseDelay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"25\"", "\"1d\"", "\"soon\"", "[\"25s\"]", "{}", "-1"})
    void whatIsNoDurationIsAFault(String text) {
        Read read = Read.json("{\"client\":{\"expired_close_delay\":" + text + "}}");

        assertEquals(1, read.faults().size(), () -> read.faults().toString());
        assertTrue(
                read.faults().get(0).startsWith("client.expired_close_delay: "),
                read.faults().get(0));
    }

    @Test
    void historyIsKeptForWholeSeconds() {
        Read read = Read.json("{\"channel\":{\"without_namespace\":{\"history_size\":1,\"history_ttl\":\"1500ms\"}}}");

        assertTrue(
                read.faults()
                        .get(0)
                        .startsWith("channel.without_namespace.history_ttl: \"1500ms\" (expected: a"
                                + " duration in whole seconds"),
                read.faults()::toString);
    }

    @Test
    void aZeroInTheFileMeansTheDefault() {
        Read read = Read.json("{\"client\":{\"channel_limit\":0,\"pong_timeout\":\"0s\",\"ping_interval\":0},"
                + "\"channel\":{\"private_prefix\":\"\",\"namespace_boundary\":\"\",\"max_length\":0},"
                + "\"websocket\":{\"read_buffer_size\":0},\"http_server\":{\"internal_port\":\"\"}}");

        assertEquals(List.of(), read.faults());
        assertEquals(128, read.get(LimitSettings.CHANNEL_LIMIT));
        assertEquals(Duration.ofSeconds(8), read.get(ConnectionSettings.PONG_TIMEOUT));
        assertEquals(Duration.ofSeconds(25), read.get(ConnectionSettings.PING_INTERVAL));
        assertEquals("$", read.get(ROOT.channel.privatePrefix));
        assertEquals(":", read.get(ROOT.channel.namespaceBoundary));
        assertEquals(255, read.get(LimitSettings.CHANNEL_MAX_LENGTH));
        assertEquals(4096, read.get(ConnectionSettings.READ_BUFFER_SIZE));
    }

    @Test
    void belowZeroALimitIsOff() {
        Read read = Read.json("{\"client\":{\"channel_limit\":-1},\"channel\":{\"max_length\":-1}}");

        assertEquals(List.of(), read.faults());
        assertTrue(read.get(LimitSettings.CHANNEL_LIMIT) < 0);
        assertTrue(read.get(LimitSettings.CHANNEL_MAX_LENGTH) < 0);
    }

    @Test
    void nothingIsNothing() {
        for (Read read : List.of(
                Read.yaml("client:\n  channel_limit:\n  ping_interval: ~\n"),
                Read.json("{\"client\":{\"channel_limit\":null}}"),
                Read.yaml(""))) {
            assertEquals(List.of(), read.faults());
            assertEquals(128, read.get(LimitSettings.CHANNEL_LIMIT));
        }
    }

    @Test
    void mapsOfTextsAreObjectsOrLists() {
        Read read = Read.yaml("""
                proxies:
                  - {name: one, endpoint: "http://one", http: {static_headers: {X-Abc: "1"}}}
                  - {name: two, endpoint: "http://two", http: {static_headers: [{key: X-Abc, value: "1"}]}}
                """);

        assertEquals(List.of(), read.faults());
        assertEquals(
                List.of(Map.of("x-abc", "1"), Map.of("X-Abc", "1")),
                read.entries(ROOT.proxies).stream()
                        .map(entry -> entry.get(ConfigOptions.PROXY.proxy.staticHeaders))
                        .map(TextMap::given)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"X\": 1}",
                "[{\"key\": \"X\"}]",
                "[{\"value\": \"1\"}]",
                "[{\"key\": \"X\", \"value\": \"1\"}, {\"key\": \"X\", \"value\": \"2\"}]",
                "{\"a.b\": \"s3cret\"}",
                "\"X: s3cret\""
            })
    void whatIsNoMapOfTextsIsAFaultAndIsNotShown(String map) {
        Read read = Read.json("{\"rpc\":{\"proxy\":{\"http\":{\"static_headers\":" + map + "}}}}");

        assertEquals(
                List.of("rpc.proxy.http.static_headers: (hidden) (expected: an object of texts; or a list of objects"
                        + " with key and value, no key twice)"),
                read.faults());
    }

    @Test
    void valuesOfMapsMayNameVariables() {
        String file =
                "{\"rpc\":{\"proxy\":{\"http\":{\"static_headers\":{\"x\":\"Bearer ${CENTRIFUGO_VAR_KEY} $HOME\"}}}}}";
        Map<String, String> environment = Map.of("CENTRIFUGO_VAR_KEY", "a$1b", "HOME", "/root");

        Read read = Read.json(file, environment);

        assertEquals(List.of(), read.faults());
        assertEquals(
                Map.of("x", "Bearer a$1b $HOME"),
                read.get(ROOT.rpc.proxy.staticHeaders)
                        .filled(new io.spindle.gateway.cli.settings.Environment(environment)));
        assertEquals(
                List.of(
                        "rpc.proxy.http.static_headers: CENTRIFUGO_VAR_KEY is not set (expected: a variable of that name)"),
                Read.json(file).faults());
    }

    @Test
    void allFaultsComeTogether() {
        Read read = Read.json("{\"clint\":{},\"client\":{\"channel_limit\":\"many\"},\"http_server\":{\"port\":70000},"
                + "\"channel\":{\"without_namespace\":{\"history_size\":5}},\"admin\":{\"enabled\":true}}");

        assertEquals(5, read.faults().size(), () -> read.faults().toString());
    }
}
