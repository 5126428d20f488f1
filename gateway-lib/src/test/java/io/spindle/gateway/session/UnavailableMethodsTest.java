package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableMethodsTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rpc | {\"method\":\"any\",\"data\":{}}",
                "rpc | {}",
                "history | {\"channel\":\"a\"}",
                "history | {\"channel\":\"a\",\"limit\":-1,\"since\":{\"offset\":1,\"epoch\":\"e\"},\"reverse\":true}",
                "presence | {\"channel\":\"a\"}",
                "presence_stats | {\"channel\":\"a\"}",
                "publish | {\"channel\":\"a\",\"data\":1,\"type\":1,\"key\":\"k\"}"
            })
    @Proves({"P6", "P18"})
    void aMethodThatIsOffIsNotAvailable(String method, String request) {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"code\":108,\"message\":\"not available\"}",
                alice.call(method, request).at("error").toString());
        assertEquals(0, alice.subscribe("a").errorCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"send\":{\"data\":1}}", "{\"id\":4,\"send\":{\"data\":1}}"})
    @Proves("C31")
    void sendEndsTheConnectionBecauseNoErrorCouldBeTold(String command) {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText(command);

        assertEquals("not available", alice.expectClose(3508).reason());
    }

    @Test
    void aSubscriptionThatIsNotThereCannotBeRefreshed() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                103,
                alice.call("sub_refresh", "{\"channel\":\"none\",\"token\":\"t\"}")
                        .errorCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"subscribe", "unsubscribe", "publish", "presence", "presence_stats", "history", "sub_refresh"})
    @Proves("S4")
    void anEmptyChannelIsABadRequest(String method) {
        JsonClient alice = gateway.connect("alice");

        alice.send(method, "{}");

        alice.expectClose(3501);
    }
}
