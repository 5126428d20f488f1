package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.SettingsException;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One handler for all methods that have none of their own: it says itself which of them are there. */
class RpcFallbackTest {
    private final MetricRegistry registry = new MetricRegistry();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .metricRegistry(registry)
            .rpc(
                    "own",
                    (client, method, data) ->
                            CompletableFuture.completedFuture(RpcAnswer.done(Payload.json("\"own\""))))
            .rpc((client, method, data) -> CompletableFuture.completedFuture(
                    switch (method) {
                        case "unknown" -> new RpcAnswer.Failed(ErrorCode.METHOD_NOT_FOUND);
                        case "off" -> new RpcAnswer.Failed(ErrorCode.NOT_AVAILABLE);
                        default -> RpcAnswer.done(Payload.json("\"" + method + "\""));
                    })));

    @Test
    void itAnswersAllMethodsButThoseWithAHandlerOfTheirOwn() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "\"any\"",
                alice.call("rpc", "{\"method\":\"any\"}").at("rpc", "data").toString());
        assertEquals("\"\"", alice.call("rpc", "{}").at("rpc", "data").toString());
        assertEquals(
                "\"own\"",
                alice.call("rpc", "{\"method\":\"own\"}").at("rpc", "data").toString());
        assertEquals(104, alice.call("rpc", "{\"method\":\"unknown\"}").errorCode());
        assertEquals(108, alice.call("rpc", "{\"method\":\"off\"}").errorCode());
    }

    @Test
    void callsAreCountedByOutcomeAndNeverByMethod() {
        JsonClient alice = gateway.connect("alice");
        alice.call("rpc", "{\"method\":\"any\"}");
        alice.call("rpc", "{\"method\":\"own\"}");
        alice.call("rpc", "{\"method\":\"unknown\"}");
        alice.call("rpc", "{\"method\":\"off\"}");

        assertEquals(2, counted("success", ""));
        assertEquals(1, counted("rejected", "method_not_found"));
        assertEquals(1, counted("rejected", "not_available"));
        assertEquals(2, registry.histogram("gateway_rpc_latency_seconds").getCount());
    }

    @Test
    void aMethodsNameHasNoAtSignForBehindThatAChannelIsNamed() {
        SettingsException refused = assertThrows(
                SettingsException.class,
                () -> Gateway.builder()
                        .authenticator(JwtAuthenticator.hmac(Tokens.SECRET))
                        .rpc(
                                "get@chat",
                                (client, method, data) -> CompletableFuture.completedFuture(RpcAnswer.Done.NOTHING))
                        .build());

        assertEquals(
                List.of("rpc: \"get@chat\" (expected: a method without @, behind which a channel is named)"),
                refused.faults());
    }

    private long counted(String status, String reason) {
        return registry.counter("gateway_rpc_total{status=\"" + status + "\",reason=\"" + reason + "\"}")
                .getCount();
    }
}
