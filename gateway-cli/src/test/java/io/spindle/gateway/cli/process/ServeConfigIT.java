package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.auth.TokenIssuer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        try (SpindleProcess spindle =
                SpindleProcess.start(Map.of(), "serve", "--config", file, "--http_server.port=0")) {
            String ready = spindle.awaitErr(line -> line.contains("Ready: "));
            String url = ready.replaceAll(".*Ready: (\\S+).*", "$1");
            RawClient client = RawClient.connect(url);

            client.send("{\"id\":1,\"connect\":{\"token\":\"" + token() + "\"}}");

            assertTrue(client.await("\"connect\"").contains("\"ping\":20"));
            assertTrue(url.matches("ws://\\S+"), url);
        }
    }

    @Test
    void whatIsOfTheInsideIsServedThereAlone() throws Exception {
        int inside = freePort();
        String file = file("""
                http_server: {internal_port: "%d"}
                client: {token: {hmac_secret_key: %s}}
                sse: {enabled: true, handler_prefix: /events/}
                health: {enabled: true, handler_prefix: /healthz}
                prometheus: {enabled: true}
                http_api: {key: key-of-the-api}
                """.formatted(inside, SECRET));
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "--config", file, "--websocket-port=0")) {
            String ready = spindle.awaitErr(line -> line.contains("Ready: "));
            String outside = ready.replaceAll(".*ws://(\\S+)/connection/websocket.*", "http://$1");

            assertEquals(200, status("http://localhost:" + inside + "/healthz"));
            assertEquals(200, status("http://localhost:" + inside + "/metrics"));
            assertEquals(404, status("http://localhost:" + inside + "/connection/websocket"));
            assertEquals(200, status(info("http://localhost:" + inside, "key-of-the-api")));
            assertEquals(401, status(info("http://localhost:" + inside, "another-key")));
            assertEquals(404, status(info(outside, "key-of-the-api")));
            assertEquals(404, status(outside + "/healthz"));
            assertEquals(404, status(outside + "/metrics"));
            assertEquals(404, status(outside + "/health"));
            assertEquals(404, status(outside + "/connection/sse"));
            assertEquals(405, status(outside + "/emulation"));
            assertTrue(ready.contains(outside + "/events "), ready);
        }
    }

    @Test
    void clientsThatOnlyListenComeByAHeaderOrGetAStatus() throws Exception {
        String file = file("""
                client: {user_id_http_header: X-User-Id}
                websocket: {disabled: true}
                uni_sse:
                  enabled: true
                  connect_code_to_http_response:
                    enabled: true
                    transforms: [{code: 3501, to: {status_code: 401, body: "{}"}}]
                """);
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "--config", file, "-p", "0")) {
            String url = spindle.awaitErr(line -> line.contains("Ready: ")).replaceAll(".*Ready: (\\S+).*", "$1");

            assertEquals(401, status(url));
            assertEquals(404, status(url.replace("uni_sse", "websocket")));
            HttpRequest known = HttpRequest.newBuilder(URI.create(url))
                    .header("X-User-Id", "42")
                    .build();
            try (Stream<String> lines = HttpClient.newHttpClient()
                    .send(known, HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                assertTrue(lines.anyMatch(line -> line.startsWith("data: {\"connect\"")));
            }
        }
    }

    @Test
    void theFilesNamespacesDecide() throws Exception {
        String file = file("""
                client: {token: {hmac_secret_key: %s}}
                channel: {namespaces: [{name: news, allow_subscribe_for_client: true}]}
                """.formatted(SECRET));
        try (SpindleProcess spindle = SpindleProcess.start(Map.of(), "serve", "--config", file, "--websocket-port=0")) {
            String url = spindle.awaitErr(line -> line.contains("Ready: ")).replaceAll(".*Ready: (\\S+).*", "$1");
            RawClient client = RawClient.connect(url);
            client.send("{\"id\":1,\"connect\":{\"token\":\"" + token() + "\"}}");
            client.await("\"connect\"");

            client.send("{\"id\":2,\"subscribe\":{\"channel\":\"news:1\"}}");
            client.send("{\"id\":3,\"subscribe\":{\"channel\":\"old:1\"}}");
            client.send("{\"id\":4,\"subscribe\":{\"channel\":\"chat\"}}");

            assertTrue(client.await("\"id\":2").contains("\"subscribe\""));
            assertTrue(client.await("\"id\":3").contains("102"));
            assertTrue(client.await("\"id\":4").contains("103"));
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

    private static HttpRequest info(String host, String key) {
        return HttpRequest.newBuilder(URI.create(host + "/api/info"))
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private static int status(String url) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String token() {
        return TokenIssuer.hmac(SECRET, Clock.systemUTC())
                .issue("42", Optional.of(Duration.ofHours(1)), Optional.empty());
    }
}
