package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereValuesComeFromTest {
    private static final String SECRET = "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY";

    @TempDir
    Path folder;

    @Test
    void withNothingGivenTheDefaultsOfTheContractCount() {
        SettingValues values = Reading.of(Map.of()).values();

        assertEquals("redis://localhost:6379", values.get(RedisConnectionSettings.URL));
        assertEquals(8000, values.get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(3000, values.get(ListenerSettings.HTTP_PORT));
        assertEquals(2112, values.get(ListenerSettings.METRICS_PORT));
        assertEquals(Duration.ofSeconds(30), values.get(ChannelSettings.ROUTE_CACHE_TTL));
        assertEquals(5000, values.get(ChannelSettings.MAX_TEXT_LENGTH));
        assertEquals(Duration.ofSeconds(25), values.get(ConnectionSettings.PING_INTERVAL));
        assertEquals(Duration.ofSeconds(10), values.get(ConnectionSettings.PONG_TIMEOUT));
        assertEquals(Duration.ofSeconds(1), values.get(ConnectionSettings.WRITE_TIMEOUT));
        assertEquals(65536, values.get(LimitSettings.MESSAGE_SIZE_LIMIT));
        assertEquals(4096, values.get(ConnectionSettings.READ_BUFFER_SIZE));
        assertEquals(4096, values.get(ConnectionSettings.WRITE_BUFFER_SIZE));
        assertEquals(10, values.get(RedisConnectionSettings.POOL_SIZE));
        assertEquals(2, values.get(RedisConnectionSettings.MIN_IDLE));
        assertEquals(3, values.get(RedisConnectionSettings.MAX_RETRIES));
        assertEquals(Duration.ofSeconds(5), values.get(RedisConnectionSettings.DIAL_TIMEOUT));
        assertEquals(false, values.get(AccessSettings.ANONYMOUS));
        assertEquals(false, values.get(AccessSettings.HTTP_PRESENCE_PUBLIC));
        assertEquals(Optional.empty(), values.find(AccessSettings.TOKEN_HMAC_SECRET_KEY));
    }

    @Test
    void everyDefaultIsAllowedByItsOwnKind() {
        for (Setting<?> setting : AllSettings.TABLE) {
            setting.defaultText()
                    .ifPresent(text ->
                            assertTrue(setting.kind().parser().apply(text).isPresent(), setting.name()));
        }
    }

    @Test
    void noTwoSettingsShareANameOrAFlag() {
        Set<String> names = new HashSet<>();
        for (Setting<?> setting : AllSettings.TABLE) {
            for (String name : setting.variables()) {
                assertTrue(names.add(name), name);
            }
            assertTrue(names.add(setting.flag()), setting.flag());
        }
    }

    @Test
    void aFlagWinsOverTheEnvironment() {
        Reading reading = Reading.of(Map.of("--websocket-port", "9000"), Map.of("WEBSOCKET_PORT", "7000"));

        assertEquals(9000, reading.values().get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(List.of(), reading.faults());
    }

    @Test
    void aBadFlagIsAFaultEvenIfTheEnvironmentIsGood() {
        Reading reading = Reading.of(Map.of("--websocket-port", "x"), Map.of("WEBSOCKET_PORT", "7000"));

        assertTrue(reading.faults().get(0).line().startsWith("--websocket-port: \"x\" (expected: "));
        assertTrue(reading.faults().get(0).inFlag());
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        Reading reading = Reading.of(Map.of("WEBSOCKET_PORT", "", SECRET, ""));

        assertEquals(8000, reading.values().get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(Optional.empty(), reading.values().find(AccessSettings.TOKEN_HMAC_SECRET_KEY));
        assertEquals(List.of(), reading.faults());
    }

    @Test
    void aSettingMayBeGivenByAnyOfItsNames() {
        for (String name : List.of(
                SECRET,
                "CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY",
                "SPINDLE_TOKEN_HMAC_SECRET_KEY",
                "SPINDLE_CLIENT_TOKEN_HMAC_SECRET_KEY")) {
            assertEquals(
                    Optional.of("s3cret"),
                    Reading.of(Map.of(name, "s3cret")).values().find(AccessSettings.TOKEN_HMAC_SECRET_KEY),
                    name);
        }
    }

    @Test
    void twoNamesOfOneSettingMayAgree() {
        Reading reading = Reading.of(Map.of("WEBSOCKET_PORT", "9000", "CENTRIFUGO_HTTP_SERVER_PORT", "9000"));

        assertEquals(9000, reading.values().get(ListenerSettings.WEBSOCKET_PORT));
        assertEquals(List.of(), reading.faults());
    }

    @Test
    void twoNamesOfOneSettingThatDisagreeAreAFault() {
        Reading reading = Reading.of(Map.of("WEBSOCKET_PORT", "9000", "CENTRIFUGO_HTTP_SERVER_PORT", "9001"));

        assertEquals(
                "CENTRIFUGO_HTTP_SERVER_PORT: \"9001\" (expected: the value of WEBSOCKET_PORT, another name of the"
                        + " same setting)",
                reading.faults().get(0).line());
    }

    @Test
    void secretsThatDisagreeAreAFaultButAreNotShown() {
        Reading reading = Reading.of(Map.of(SECRET, "s3cret", "CENTRIFUGO_CLIENT_TOKEN_HMAC_SECRET_KEY", "0ther"));

        assertEquals(1, reading.faults().size());
        assertTrue(reading.faults().get(0).line().contains("(hidden)"));
        assertTrue(!reading.faults().toString().contains("s3cret")
                && !reading.faults().toString().contains("0ther"));
    }

    @Test
    void aSecretMayStandInAFileWithoutTheLineEndOfTheEditor() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");

        assertEquals(
                Optional.of("s3cret"),
                Reading.of(Map.of(SECRET + "_FILE", file.toString()))
                        .values()
                        .find(AccessSettings.TOKEN_HMAC_SECRET_KEY));
        assertEquals(
                Optional.of("s3cret"),
                Reading.of(Map.of("--token-hmac-secret-key-file", file.toString()), Map.of())
                        .values()
                        .find(AccessSettings.TOKEN_HMAC_SECRET_KEY));
    }

    @Test
    void aFileThatIsMissingEmptyOrTooLargeIsAFault() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));
        for (Path file : List.of(folder.resolve("missing"), folder, empty, large)) {
            List<Fault> faults =
                    Reading.of(Map.of(SECRET + "_FILE", file.toString())).faults();

            assertEquals(1, faults.size(), file.toString());
            assertTrue(faults.get(0).line().startsWith(SECRET + "_FILE: \"" + file), faults::toString);
        }
    }

    @Test
    void listsAreSeparatedBySpaces() {
        assertEquals(
                Optional.of(List.of("https://a.example.com", "https://*.b.example.com")),
                Reading.of(Map.of(
                                "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS",
                                " https://a.example.com  https://*.b.example.com "))
                        .values()
                        .find(AccessSettings.ALLOWED_ORIGINS));
    }
}
