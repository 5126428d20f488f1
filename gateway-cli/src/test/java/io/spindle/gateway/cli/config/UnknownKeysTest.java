package io.spindle.gateway.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {
    @ParameterizedTest
    @CsvSource({
        "client.insecur, client.insecure",
        "client.tokn, client.token",
        "clent, client",
        "channels.max_length, channel",
        "channel.without_namespace.presense, channel.without_namespace.presence",
        "hmac_secret_key, client.token.hmac_secret_key",
        "token_hmac_secret_key, client.token.hmac_secret_key",
        "namespaces, channel.namespaces",
        "api_key, http_api.key",
        "allowed_origins, client.allowed_origins",
        "redis_address, engine.redis.address"
    })
    void aKeyThatIsNoSettingStopsTheStartAndNamesTheNearest(String key, String nearest) {
        Read read = Read.json("{\"" + key + "\":{\"x\":1}}");

        assertEquals(1, read.faults().size(), () -> read.faults().toString());
        assertTrue(
                read.faults()
                        .get(0)
                        .endsWith(": no such setting (expected: a setting of the reference; nearest: " + nearest + ")"),
                read.faults().get(0));
    }

    @Test
    void itIsNamedByItsPlace() {
        Read read = Read.json("{\"channel\":{\"namespaces\":[{\"name\":\"chat\"},{\"name\":\"news\",\"foo\":1}]}}");

        assertEquals(
                List.of("channel.namespaces[1].foo: no such setting (expected: a setting of the reference)"),
                read.faults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin\":{\"enabled\":true}}",
                "{\"grpc_api\":{\"enabled\":true,\"port\":1}}",
                "{\"uni_grpc\":{\"enabled\":true}}",
                "{\"webtransport\":{\"enabled\":true}}",
                "{\"http_server\":{\"http3\":{\"enabled\":true}}}",
                "{\"engine\":{\"type\":\"redis\",\"redis\":{\"address\":\"redis://localhost:6379\"}}}",
                "{\"broker\":{\"enabled\":true,\"type\":\"nats\"}}",
                "{\"presence_manager\":{\"enabled\":true,\"type\":\"redis\"}}",
                "{\"controller\":{\"enabled\":true}}",
                "{\"consumers\":[{\"name\":\"orders\",\"enabled\":true,\"type\":\"kafka\",\"kafka\":{\"brokers\":[\"b\"]}}]}",
                "{\"channel\":{\"namespaces\":[{\"name\":\"map\",\"subscription_type\":\"map\"}]}}",
                "{\"channel\":{\"without_namespace\":{\"subscribe_stream_proxy_enabled\":true}}}",
                "{\"channel\":{\"without_namespace\":{\"publish_cel\":\"true\"}}}",
                "{\"opentelemetry\":{\"enabled\":true}}"
            })
    void whatTheGatewayHasNotIsNamedWithWhatItWouldDo(String file) {
        Read read = Read.json(file);

        assertEquals(1, read.faults().size(), () -> read.faults().toString());
        assertTrue(
                read.faults().get(0).contains(": not supported: "),
                read.faults().get(0));
        assertTrue(
                read.faults().get(0).contains("--allow-unsupported"),
                read.faults().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin\":{\"enabled\":false,\"password\":\"p\",\"secret\":\"s\"}}",
                "{\"grpc_api\":{\"enabled\":false,\"tls\":{\"enabled\":true}}}",
                "{\"engine\":{\"type\":\"memory\",\"redis\":{\"address\":[\"redis://localhost:6379\"],\"tls\":{\"x\":1}}}}",
                "{\"broker\":{\"enabled\":false,\"type\":\"nats\"}}",
                "{\"consumers\":[{\"name\":\"orders\",\"enabled\":false,\"type\":\"kafka\",\"kafka\":{\"brokers\":[\"b\"]}}]}",
                "{\"channel\":{\"namespaces\":[{\"name\":\"chat\",\"subscription_type\":\"stream\",\"map\":{\"mode\":\"\"}}]}}",
                "{\"channel\":{\"namespaces\":[{\"name\":\"chat\",\"publish_cel\":\"\"}]}}",
                "{\"usage_stats\":{\"disabled\":true},\"enable_unreleased_features\":true}",
                "{\"log\":{\"file\":\"\",\"level\":\"INFO\"},\"pid_file\":\"\"}"
            })
    void whereItIsOffItIsAccepted(String file) {
        assertEquals(List.of(), Read.json(file).faults());
    }

    @Test
    void aQueueOfAnUnknownTypeIsAFaultEvenIfItIsOff() {
        Read read = Read.json("{\"consumers\":[{\"name\":\"orders\",\"type\":\"rabbit\"}]}");

        assertEquals(1, read.faults().size());
        assertTrue(read.faults().get(0).startsWith("consumers[orders].type: \"rabbit\" (expected: one of postgresql,"));
    }
}
