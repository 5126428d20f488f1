package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start that fails says what to do: one line for each fault, no stack trace, no secret. */
class FailedStartIT {
    private static final Map<String, String> FREE_PORTS = Map.of(
            "WEBSOCKET_PORT", "0",
            "HTTP_PORT", "0",
            "METRICS_PORT", "0");

    @Test
    void withoutASecretItNamesTheVariable() throws Exception {
        assertStartFails(1, List.of("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY: not set (expected: "), FREE_PORTS, "serve");
    }

    @Test
    void aBusyPortIsNamedByItsSetting() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertStartFails(
                    1,
                    List.of("HTTP_PORT: port " + busy.getLocalPort() + " is in use"),
                    with("HTTP_PORT", "" + busy.getLocalPort()),
                    "serve",
                    "--embedded");
        }
    }

    @Test
    void aRedisThatIsNotThereIsNamedWithoutItsPassword() throws Exception {
        int port = freePort();
        assertStartFails(
                1,
                List.of("REDIS_URL: redis://localhost:" + port + ": connection refused (expected: "),
                with("REDIS_URL", "redis://user:s3cret-of-redis@localhost:" + port),
                "serve",
                "--token-hmac-secret-key",
                "s3cret-that-is-as-long-as-a-hash-is");
    }

    @Test
    void badValuesAreReportedTogether() throws Exception {
        Map<String, String> environment = with("WS_PING_INTERVAL", "25");
        environment.put("MAX_TEXT_LENGTH", "-1");
        assertStartFails(
                1,
                List.of(
                        "MAX_TEXT_LENGTH: \"-1\" (expected: ",
                        "WS_PING_INTERVAL: \"25\" (expected: ",
                        "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY: not set (expected: "),
                environment,
                "serve");
    }

    @Test
    void aBadFlagIsWrongUsage() throws Exception {
        assertStartFails(
                2,
                List.of("--http-port: \"99999\" (expected: "),
                FREE_PORTS,
                "serve",
                "--embedded",
                "--http-port=99999");
        assertStartFails(2, List.of("Unknown option", "Possible", "See: "), FREE_PORTS, "serve", "--http-prot=1");
    }

    private static void assertStartFails(
            int exitCode, List<String> beginnings, Map<String, String> environment, String... arguments)
            throws Exception {
        try (SpindleProcess spindle = SpindleProcess.start(environment, arguments)) {
            assertEquals(exitCode, spindle.exitCode());
            List<String> errors = spindle.errors();
            assertEquals(beginnings.size(), errors.size(), errors::toString);
            for (int i = 0; i < beginnings.size(); i++) {
                assertTrue(errors.get(i).startsWith(beginnings.get(i)), errors.get(i));
                assertTrue(!errors.get(i).contains("s3cret") && !errors.get(i).contains("Exception"), errors.get(i));
            }
        }
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(FREE_PORTS);
        environment.put(name, value);
        return environment;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
