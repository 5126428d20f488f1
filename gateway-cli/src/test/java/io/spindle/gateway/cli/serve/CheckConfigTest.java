package io.spindle.gateway.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.Calls;
import io.spindle.gateway.cli.config.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckConfigTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hmac.json", "namespaces.yaml", "key-set.toml", "proxies.json", "unidirectional.json"})
    void ofAGoodFileNothingIsSaid(String name) {
        assertEquals(new Calls(0, "", ""), Calls.of("checkconfig", "-c", Read.path(name), "--strict"));
    }

    @Test
    void whatIsNotSupportedIsAFaultUnlessItIsLetPass() {
        Calls strict = Calls.of("checkconfig", "--config", Read.path("insecure.json"));

        assertEquals(1, strict.exitCode());
        assertTrue(strict.err().startsWith("admin.enabled: not supported: "), strict.err());
        assertEquals(
                0,
                Calls.of("checkconfig", "--allow-unsupported", "-c", Read.path("insecure.json"))
                        .exitCode());
    }

    @Test
    void theEnvironmentCounts() {
        Calls call = Calls.with(
                Map.of("CENTRIFUGO_CLIENT_PING_INTERVAL", "5s"), "checkconfig", "-c", Read.path("hmac.json"));

        assertEquals(1, call.exitCode());
        assertEquals(
                "CENTRIFUGO_CLIENT_PING_INTERVAL: \"5s\" (expected: more than client.pong_timeout, which is 8s)\n",
                call.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel: {without_namespace: {history_size: 5}}|channel.without_namespace.history_ttl: not set",
                "channel: {without_namespace: {history_ttl: 5s}}|channel.without_namespace.history_size: not set",
                "channel: {history_meta_ttl: 10s, without_namespace: {history_size: 5, history_ttl: 20s}}"
                        + "|channel.without_namespace.history_ttl: \"20s\" (expected: at most history_meta_ttl",
                "channel: {without_namespace: {force_recovery: true}}|channel.without_namespace.force_recovery: \"true\"",
                "channel: {without_namespace: {auto_cache_recover: true}}|channel.without_namespace.auto_cache_recover: ",
                "channel: {without_namespace: {force_recovery_mode: all}}"
                        + "|channel.without_namespace.force_recovery_mode: \"all\" (expected: one of stream, cache)",
                "channel: {without_namespace: {channel_regex: '('}}|channel.without_namespace.channel_regex: \"(\"",
                "channel: {without_namespace: {publication_data_format: xml}}"
                        + "|channel.without_namespace.publication_data_format: \"xml\"",
                "channel: {without_namespace: {allowed_delta_types: [vcdiff]}}"
                        + "|channel.without_namespace.allowed_delta_types: \"[vcdiff]\" (expected: fossil)",
                "channel: {namespaces: [{name: a}]}|channel.namespaces[a].name: \"a\" (expected: at least two of",
                "channel: {namespaces: [{name: ab}, {name: ab}]}|channel.namespaces[ab].name: \"ab\" (expected: a name that",
                "channel: {namespaces: [{presence: true}]}|channel.namespaces[0].name: not set",
                "channel: {namespaces: chat}|channel.namespaces: no list (expected: a list of objects)",
                "channel: {namespaces: [chat]}|channel.namespaces[0]: no object (expected: a list of objects)",
                "proxies: [{name: default, endpoint: 'http://a'}]|proxies[default].name: \"default\" (expected: another",
                "proxies: [{name: ab}]|proxies[ab].endpoint: not set",
                "proxies: [{name: ab, endpoint: 'grpc://a:1'}]|proxies[ab].endpoint: \"grpc://a:1\"",
                "client: {proxy: {connect: {enabled: true}}}|client.proxy.connect.endpoint: not set",
                "client: {proxy: {connect: {enabled: true, endpoint: 'http://a b'}}}|client.proxy.connect: endpoint",
                "rpc: {without_namespace: {proxy_enabled: true}}|rpc.proxy.endpoint: not set",
                "rpc: {namespaces: [{name: ab, proxy_enabled: true, proxy_name: cd}]}"
                        + "|rpc.namespaces[ab].proxy_name: \"cd\" (expected: the name of an entry of proxies)",
                "client: {subscribe_to_user_personal_channel: {enabled: true, personal_channel_namespace: me}}"
                        + "|client.subscribe_to_user_personal_channel.personal_channel_namespace: \"me\"",
                "client: {subscribe_to_user_personal_channel: {enabled: true, single_connection: true}}"
                        + "|client.subscribe_to_user_personal_channel.single_connection: \"true\" (expected: presence",
                "client: {token: {user_id_claim: user-id}}|client.token.user_id_claim: \"user-id\"",
                "client: {token: {issuer: a, issuer_regex: b}}|client.token.issuer_regex: \"b\" (expected: this or",
                "client: {token: {rsa_public_key: '-----BEGIN X'}}|client.token.rsa_public_key: \"-----BEGIN X\"",
                "client: {token: {jwks_public_endpoint: 'https://a/{{t}}', issuer_regex: '(?P<t>.+)'}}"
                        + "|client.token.issuer_regex: \"(?P<t>.+)\" (expected: ",
                "client: {ping_interval: 8s}|client.ping_interval: \"8s\" (expected: more than client.pong_timeout",
                "client: {allowed_origins: ['https://[a']}|client.allowed_origins: \"[https://[a]\"",
                "http_api: {error_mode: http}|http_api.error_mode: \"http\" (expected: one of transport)",
                "http_server: {tls: {enabled: true}}|http_server.tls.cert_pem: not set",
                "http_server: {tls: {cert_pem: /no/such/file}}|http_server.tls.cert_pem: (hidden)",
                "engine: {type: postgres}|engine.type: \"postgres\" (expected: one of memory, redis)",
                "broker: {type: kafka}|broker.type: \"kafka\" (expected: one of",
                "log: {level: loud}|log.level: \"loud\" (expected: one of",
                "workers: {redis: {pool_size: 5}}|workers.redis.url: not set",
                "workers: {redis: {url: 'http://a'}}|workers.redis.url: \"http://a\"",
                "channel: {without_namespace: {delivery: relay}}|channel.without_namespace.delivery: \"relay\"",
                "policy: {name: team}|policy.name: \"team\" (expected: default; or the name of a plugin",
                "uni_sse: {enabled: true, handler_prefix: /api}|uni_sse.handler_prefix: \"/api\" (expected: a path other",
                "http_server: {port: 70000}|http_server.port: \"70000\" (expected: a whole number from 0 to 65535)",
                "rpc: {proxy: {http: {status_to_code_transforms: [{status_code: 404}]}}}"
                        + "|rpc.proxy.http.status_to_code_transforms[0].to_error.code: not set, nor is",
                "client: {connect_code_to_unidirectional_disconnect: {transforms: [{code: 109}]}}"
                        + "|client.connect_code_to_unidirectional_disconnect.transforms[0].to.code: not set"
            })
    void whatTheRulesForbidIsAFault(String yaml, String beginning) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);

        Calls call = Calls.of("checkconfig", "-c", file.toString());

        assertEquals(1, call.exitCode());
        List<String> lines = call.err().lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(beginning)), call.err());
        assertTrue(lines.size() <= 2, call.err());
        assertEquals("", call.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config.json|{\"a\":1,}|not JSON",
                "config.json|{\"client\":{}} {}|not JSON",
                "config.json|[1]|not an object",
                "config.json|{\"client\":{\"insecure\":true},\"CLIENT\":{\"insecure\":false}}|insecure: there twice",
                "config.yaml|a: [|not YAML",
                "config.yml|a: 1 --- b: 2|not YAML",
                "config.toml|a = |not TOML",
                "config.ini|a=1|a file whose format is not known by its ending",
                "config|{}|a file whose format is not known by its ending"
            })
    void aFileThatCannotBeReadIsNamed(String name, String text, String what) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text.replace(" --- ", "\n---\n"));

        Calls call = Calls.of("checkconfig", "-c", file.toString());

        assertEquals(1, call.exitCode());
        assertTrue(call.err().startsWith("--config: " + file + ": "), call.err());
        assertTrue(call.err().contains(what), call.err());
        assertEquals(1, call.err().lines().count(), call.err());
    }

    @Test
    void aFileIsNeeded() {
        assertEquals(2, Calls.of("checkconfig").exitCode());
    }

    @Test
    void aSecretIsNeverPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                client: {token: {hmac_secret_key: [s3cret], hmac_previous_secret_key: {a: s3cret}}}
                http_api: {key: [s3cret]}
                http_server: {tls: {enabled: true, cert_pem: s3cret, key_pem: s3cret}}
                workers: {redis: {url: 'http://me:s3cret@redis:1'}}
                proxies: [{name: ab, endpoint: 'grpc://me:s3cret@a', http: {static_headers: {x: [s3cret]}}}]
                """);

        Calls call = Calls.of("checkconfig", "-c", file.toString());

        assertEquals(1, call.exitCode());
        assertTrue(!call.err().contains("s3cret"), call.err());
        assertTrue(call.err().lines().count() >= 7, call.err());
    }
}
