package io.spindle.gateway.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyConnectsTest {
    @Test
    void aFileThatLetsNobodyInIsAWarning() {
        assertTrue(NobodyConnects.warning(Read.json("{}").values(), Optional.empty())
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client\":{\"token\":{\"jwks_public_endpoint\":\"https://id.example.com\"}}}",
                "{\"client\":{\"allow_anonymous_connect_without_token\":true}}",
                "{\"client\":{\"insecure\":true}}",
                "{\"client\":{\"user_id_http_header\":\"X-User\"}}",
                "{\"client\":{\"proxy\":{\"connect\":{\"enabled\":true,\"endpoint\":\"http://app\"}}}}"
            })
    void oneWayToConnectIsEnough(String file) {
        assertEquals(Optional.empty(), NobodyConnects.warning(Read.json(file).values(), Optional.empty()));
    }

    @Test
    void aSecretOfThisRunIsEnough() {
        assertEquals(Optional.empty(), NobodyConnects.warning(Read.json("{}").values(), Optional.of("secret")));
    }
}
