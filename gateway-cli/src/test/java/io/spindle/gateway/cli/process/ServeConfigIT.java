package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.auth.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with a configuration file. */
class ServeConfigIT {
    private static final String SECRET = "s3cret-that-is-as-long-as-a-hash-is";

    @TempDir
    Path folder;

    @Test
    void aClientConnectsWithATokenOfTheFilesSecretAndNoPortOfOursIsOpened() throws Exception {
        String file = file("""
                client:
                  token: {hmac_secret_key: %s}
                  ping_interval: 20s
                """.formatted(SECRET));
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "--config", file, "--websocket-port=0")) {
            String ready = spindle.awaitErr(line -> line.contains("Ready: "));
            String url = ready.replaceAll(".*Ready: ", "");
            RawClient client = RawClient.connect(url);

            client.send("{\"id\":1,\"connect\":{\"token\":\"" + token() + "\"}}");

            assertTrue(client.await("\"connect\"").contains("\"ping\":20"));
            assertTrue(url.matches("ws://\\S+"), url);
        }
    }

    @Test
    void everyFaultOfTheFileIsReportedAndTheExitCodeIs1() throws Exception {
        String file = file("""
                client:
                  channel_limit: many
                  tokn: {hmac_secret_key: %s}
                admin: {enabled: true}
                """.formatted(SECRET));
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "-c", file)) {
            assertEquals(1, spindle.exitCode());
            List<String> errors = spindle.errors();
            assertEquals(3, errors.size(), errors::toString);
            assertTrue(errors.stream().noneMatch(line -> line.contains(SECRET)), errors::toString);
        }
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() throws Exception {
        String missing = folder.resolve("missing.json").toString();
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "-c", missing)) {
            assertEquals(1, spindle.exitCode());
            assertEquals(1, spindle.errors().size(), spindle.errors()::toString);
            assertTrue(spindle.errors().get(0).startsWith("--config: " + missing + ": no such file"));
        }
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text).toString();
    }

    private static String token() {
        return TokenIssuer.hmac(SECRET, Clock.systemUTC())
                .issue("42", Optional.of(Duration.ofHours(1)), Optional.empty());
    }
}
