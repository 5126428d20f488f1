package io.spindle.gateway.cli.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.SettingValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsRestartTest {
    private static final String BEFORE = """
            http_server: {port: 9000}
            client: {token: {hmac_secret_key: a}, allowed_origins: ["https://a.example"]}
            channel: {namespaces: [{name: chat}]}
            proxies: [{name: app, endpoint: "http://app", http_headers: [Cookie]}]
            rpc: {namespaces: [{name: calls}]}
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsAsItWasNeedsNone() throws IOException {
        assertEquals(List.of(), changed(BEFORE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hmac_secret_key: a      | hmac_secret_key: b
            {name: chat}            | {name: chat, presence: true}, {name: news}
            "http://app"            | "http://other"
            allowed_origins         | insecure: true, allowed_origins
            """)
    void decisionsNeedNone(String before, String after) throws IOException {
        assertEquals(List.of(), changed(BEFORE.replace(before, after)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port: 9000              | port: 9001                | http_server.port
            {port: 9000}            | {}                        | http_server.port
            https://a.example       | https://b.example         | client.allowed_origins
            {name: calls}           | {name: other}             | rpc.namespaces
            [{name: calls}]         | []                        | rpc.namespaces
            [Cookie]                | [Cookie, X-Tenant]        | proxies.http_headers
            """)
    void whatTheStartDecidedIsNamed(String before, String after, String named) throws IOException {
        assertEquals(List.of(named), changed(BEFORE.replace(before, after)));
    }

    private List<String> changed(String after) throws IOException {
        return NeedsRestart.changed(values("before.yaml", BEFORE), values("after.yaml", after));
    }

    private SettingValues values(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Configuration.read(file.toString(), Map.of(), new Environment(Map.of()))
                .values();
    }
}
