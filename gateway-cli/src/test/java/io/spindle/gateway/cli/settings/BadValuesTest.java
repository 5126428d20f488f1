package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEBSOCKET_PORT|-1",
                "WEBSOCKET_PORT|65536",
                "WEBSOCKET_PORT|80a",
                "WEBSOCKET_PORT|8000.0",
                "WEBSOCKET_PORT|99999999999999999999",
                "HTTP_PORT|' 3000'",
                "METRICS_PORT|0x10",
                "BIND_ADDRESS|a b",
                "SPINDLE_TRUSTED_PROXIES|proxy.example.com",
                "HTTP_PRESENCE_PUBLIC|yes",
                "CENTRIFUGO_CLIENT_ALLOW_ANONYMOUS_CONNECT_WITHOUT_TOKEN|on",
                "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS|https://[a.example.com",
                "CENTRIFUGO_CLIENT_TOKEN_RSA_PUBLIC_KEY|MIIBIjANBg",
                "CENTRIFUGO_CLIENT_TOKEN_ECDSA_PUBLIC_KEY|ec.pem",
                "SPINDLE_POLICY|my policy",
                "MAX_TEXT_LENGTH|0",
                "ROUTE_CACHE_TTL|30",
                "ROUTE_CACHE_TTL|0s",
                "ROUTE_CACHE_TTL|11m",
                "WS_PING_INTERVAL|-1s",
                "WS_PONG_TIMEOUT|ten seconds",
                "WS_WRITE_TIMEOUT|1d",
                "WS_READ_BUFFER_SIZE|4k",
                "WS_WRITE_BUFFER_SIZE|1",
                "WS_MESSAGE_SIZE_LIMIT|64kb",
                "CENTRIFUGO_CLIENT_QUEUE_MAX_SIZE|-1",
                "CENTRIFUGO_CLIENT_CHANNEL_LIMIT|0",
                "CENTRIFUGO_CHANNEL_MAX_LENGTH|0",
                "SPINDLE_CLIENT_MAX_PENDING|0",
                "SPINDLE_CLIENT_COMMANDS_PER_SECOND|1e4",
                "SPINDLE_CLIENT_BYTES_PER_SECOND|1",
                "CENTRIFUGO_CLIENT_STALE_CLOSE_DELAY|15",
                "SPINDLE_WEBSOCKET_COMPRESSION|maybe",
                "REDIS_URL|localhost:6379",
                "REDIS_URL|http://localhost:6379",
                "REDIS_POOL_SIZE|0",
                "REDIS_MIN_IDLE|-2",
                "REDIS_MAX_RETRIES|-1",
                "REDIS_DIAL_TIMEOUT|0",
                "SPINDLE_SHUTDOWN_TIMEOUT|forever",
                "SPINDLE_LOG_LEVEL|loud"
            })
    void nameValueAndWhatIsAllowedAreSaid(String name, String value) {
        List<Fault> faults = Reading.of(Map.of(name, value)).faults();

        assertEquals(1, faults.size(), faults::toString);
        String line = faults.get(0).line();
        assertTrue(line.startsWith(name + ": \"" + value + "\" (expected: "), line);
        assertTrue(line.endsWith(")"), line);
    }

    static Stream<Setting<?>> everySettingThatRefusesSomething() {
        return AllSettings.TABLE.stream()
                .filter(setting ->
                        !setting.name().endsWith("AUDIENCE") && !setting.name().endsWith("ISSUER"))
                .filter(setting -> setting != ChannelSettings.PLUGINS_DIR);
    }

    @ParameterizedTest
    @MethodSource("everySettingThatRefusesSomething")
    void blankIsNoValueOfAnySetting(Setting<?> setting) {
        assertEquals(1, Reading.of(Map.of(setting.name(), "   ")).faults().size());
    }

    @Test
    void allFaultsAreReportedTogetherInTheOrderOfTheTable() {
        Map<String, String> environment =
                Map.of("REDIS_POOL_SIZE", "many", "WEBSOCKET_PORT", "first", "WS_PING_INTERVAL", "often");

        assertEquals(
                List.of("WEBSOCKET_PORT", "WS_PING_INTERVAL", "REDIS_POOL_SIZE"),
                Reading.of(environment).faults().stream().map(Fault::setting).toList());
    }

    @Test
    void aBlankSecretIsRefusedAndNotShown() {
        Fault fault = Reading.of(Map.of("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY", " \t "))
                .faults()
                .get(0);

        assertEquals("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY: (hidden) (expected: a text that is not blank)", fault.line());
    }

    @ParameterizedTest
    @CsvSource({
        "http://alice:s3cret@redis:6379, http://***@redis:6379",
        "alice:s3cret@redis:6379, ***@redis:6379",
        "http://alice:s3/cr@et@redis:6379, http://***@redis:6379",
        "'http://a:s3cret@one,http://b:s3cret@two', http://***@two",
        "redis ://:s3cret@redis, redis ://***@redis"
    })
    void aBadRedisUrlIsShownWithoutItsCredentials(String url, String shown) {
        String line = Reading.of(Map.of("REDIS_URL", url)).faults().get(0).line();

        assertTrue(line.startsWith("REDIS_URL: \"" + shown + "\" ("), line);
        assertTrue(!line.contains("s3cret") && !line.contains("et@"), line);
    }

    @Test
    void aValueThatWouldBreakTheLineIsShownOnOneLineAndCut() {
        String line = Reading.of(Map.of("WEBSOCKET_PORT", "1\n2" + "3".repeat(1000)))
                .faults()
                .get(0)
                .line();

        assertTrue(line.startsWith("WEBSOCKET_PORT: \"1?2333"), line);
        assertTrue(line.length() < 250, line);
    }
}
