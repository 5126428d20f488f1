package io.spindle.gateway.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.assembly.LastingParts;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {
    private static final String SECRET = "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY";
    private static final Map<String, String> GOOD = Map.of(SECRET, "s3cret");

    @Test
    void withoutAKeyTheStartNamesTheThreeWaysOut() {
        List<String> lines = lines(Map.of(), false, Map.of());

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith(SECRET + ": not set (expected: "), lines.get(0));
        assertTrue(lines.get(0).contains("serve --embedded"), lines.get(0));
        assertTrue(lines.get(0).contains("CENTRIFUGO_CLIENT_ALLOW_ANONYMOUS_CONNECT_WITHOUT_TOKEN=true"), lines.get(0));
    }

    @Test
    void anonymousClientsAreEnough() {
        assertEquals(
                List.of(),
                lines(Map.of("CENTRIFUGO_CLIENT_ALLOW_ANONYMOUS_CONNECT_WITHOUT_TOKEN", "true"), false, Map.of()));
    }

    @Test
    void embeddedNeedsNoSecret() {
        assertEquals(List.of(), lines(Map.of(), true, Map.of()));
    }

    @Test
    void aSecretThatIsWrongIsNotAlsoReportedAsMissing() {
        assertEquals(1, lines(Map.of(SECRET, " "), false, Map.of()).size());
        assertEquals(
                1,
                lines(Map.of(SECRET + "_FILE", "/no/such/file"), false, Map.of())
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WS_PONG_TIMEOUT|25s|less than WS_PING_INTERVAL, 25s",
                "WS_PONG_TIMEOUT|26s|less than WS_PING_INTERVAL, 25s",
                "WS_PING_INTERVAL|5s|a value with WS_PONG_TIMEOUT, 10s, less than it",
                "REDIS_MIN_IDLE|11|at most REDIS_POOL_SIZE, 10",
                "REDIS_POOL_SIZE|1|a value with REDIS_MIN_IDLE, 2, at most it",
                "SPINDLE_POLICY|team|default; or the name of a plugin, its folder in SPINDLE_PLUGINS_DIR"
            })
    void whatDoesNotFitTogetherIsRefused(String name, String value, String expected) {
        Map<String, String> environment = new HashMap<>(GOOD);
        environment.put(name, value);

        assertEquals(
                List.of(name + ": \"" + value + "\" (expected: " + expected + ")"),
                lines(environment, false, Map.of()));
    }

    @Test
    void theDefaultPolicyHasNoSettingsOfItsOwn() {
        List<Fault> faults = faults(GOOD, false, Map.of("cache", "60s"));

        assertEquals(1, faults.size());
        assertTrue(faults.get(0).inFlag());
    }

    @ParameterizedTest
    @CsvSource({
        "CENTRIFUGO_CLIENT_TOKEN_RSA_PUBLIC_KEY",
        "CENTRIFUGO_CLIENT_TOKEN_ECDSA_PUBLIC_KEY",
        "SPINDLE_CLIENT_TOKEN_EDDSA_PUBLIC_KEY"
    })
    void aPublicKeyThatIsNoneIsRefusedByItsName(String name) {
        List<String> lines =
                lines(Map.of(name, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), false, Map.of());

        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith(name + ": \"-----BEGIN"), lines.get(0));
        assertFalse(lines.get(0).contains("\n"), lines.get(0));
    }

    @Test
    void aPluginsFolderThatIsMissingIsNamed() {
        Map<String, String> environment = new HashMap<>(GOOD);
        environment.put("SPINDLE_PLUGINS_DIR", "/no/such/folder");

        List<String> lines = lines(environment, false, Map.of());

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("/no/such/folder"), lines.get(0));
    }

    private static List<String> lines(Map<String, String> environment, boolean embedded, Map<String, String> policy) {
        return faults(environment, embedded, policy).stream().map(Fault::line).toList();
    }

    private static List<Fault> faults(Map<String, String> environment, boolean embedded, Map<String, String> policy) {
        Preparation preparation = new Preparation(
                new ServeRequest(embedded, Optional.empty(), false, Map.of(), policy),
                new Environment(environment),
                LastingParts.fresh());
        preparation.plan();
        return preparation.faults();
    }
}
