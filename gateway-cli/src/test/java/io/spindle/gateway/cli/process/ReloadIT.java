package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.auth.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGHUP: the configuration file is read again while clients are connected. */
class ReloadIT {
    private static final String FIRST = "the-first-secret-is-as-long-as-a-hash";
    private static final String SECOND = "the-second-secret-is-as-long-as-a-hash";
    private static final String NEWS = "{name: news, allow_subscribe_for_client: true}";

    @TempDir
    Path folder;

    private SpindleProcess spindle;
    private String url;
    private RawClient alice;

    @BeforeEach
    void connectByTheFirstFile() throws Exception {
        write(FIRST, NEWS, "");
        spindle = SpindleProcess.start(Map.of(), "serve", "--config", config().toString(), "--websocket-port=0");
        url = spindle.awaitErr(line -> line.contains("Ready: ")).replaceAll(".*Ready: (\\S+).*", "$1");
        alice = connect(FIRST);
        assertTrue(alice.await("\"id\":1").contains("\"connect\""));
        assertTrue(subscribe(alice, 2, "news:1").contains("\"subscribe\""));
        assertTrue(subscribe(alice, 3, "chat:1").contains("102"));
    }

    @AfterEach
    void end() {
        spindle.close();
    }

    @Test
    void namespacesAndKeysOfTheNewFileCountAndConnectionsStay() throws Exception {
        write(SECOND, "{name: chat, allow_subscribe_for_client: true, allow_publish_for_subscriber: true}", "");
        hangUp("Configuration reloaded");

        assertTrue(subscribe(alice, 4, "chat:1").contains("\"subscribe\""));
        assertTrue(subscribe(alice, 5, "news:2").contains("102"));
        assertTrue(subscribe(alice, 6, "news:1").contains("105"), "what was granted before is kept");
        assertEquals(3500, connect(FIRST).closeCode());
        assertTrue(connect(SECOND).await("\"id\":1").contains("\"connect\""));
    }

    @Test
    void aFileWithFaultsChangesNothingAndEachIsTold() throws Exception {
        write(SECOND, "{name: chat, history_size: 5}", "node: {nmae: a}");
        hangUp("node.nmae");
        spindle.awaitErr(line -> line.contains("Configuration not reloaded: ") && line.contains("history_"));

        assertTrue(subscribe(alice, 4, "news:2").contains("\"subscribe\""));
        assertTrue(subscribe(alice, 5, "chat:1").contains("102"));
        assertTrue(connect(FIRST).await("\"id\":1").contains("\"connect\""));
        assertEquals(3500, connect(SECOND).closeCode());
    }

    @Test
    void whatCountsAfterARestartIsNamed() throws Exception {
        write(FIRST, NEWS, "health: {enabled: true}\nrpc: {namespaces: [{name: calls}]}");
        hangUp("Changed, and counts after a restart: ");
        String line = spindle.awaitErr(each -> each.contains("after a restart"));

        assertTrue(line.endsWith(": health.enabled, rpc.namespaces"), line);
        assertFalse(line.contains("channel."), line);
    }

    @Test
    void aFileThatIsGoneChangesNothingAndOneThatIsBackCounts() throws Exception {
        Files.delete(config());
        hangUp("no such file");
        assertTrue(subscribe(alice, 4, "chat:1").contains("102"));

        write(FIRST, "{name: chat, allow_subscribe_for_client: true}", "");
        hangUp("Configuration reloaded");
        assertTrue(subscribe(alice, 5, "chat:1").contains("\"subscribe\""));
    }

    private void hangUp(String told) throws Exception {
        spindle.signal("HUP");
        spindle.awaitErr(line -> line.contains(told));
    }

    private Path config() {
        return folder.resolve("config.yaml");
    }

    private void write(String secret, String namespace, String more) throws IOException {
        Files.writeString(config(), """
                client: {token: {hmac_secret_key: %s}}
                channel: {namespaces: [%s]}
                %s
                """.formatted(secret, namespace, more));
    }

    private RawClient connect(String secret) throws Exception {
        String token = TokenIssuer.hmac(secret, Clock.systemUTC())
                .issue("42", Optional.of(Duration.ofHours(1)), Optional.empty());
        RawClient client = RawClient.connect(url);
        client.send("{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}");
        return client;
    }

    private static String subscribe(RawClient client, int id, String channel) throws Exception {
        client.send("{\"id\":" + id + ",\"subscribe\":{\"channel\":\"" + channel + "\"}}");
        return client.await("\"id\":" + id);
    }
}
