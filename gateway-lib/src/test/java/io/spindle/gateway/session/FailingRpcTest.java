package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that fails is the caller's temporary error, and nobody else's problem. */
class FailingRpcTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final MetricRegistry registry = new MetricRegistry();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new AllowAll()).metricRegistry(registry).rpc(this::fail));

    @AfterEach
    void releaseBlockedThreads() {
        end.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "errs", "fails", "null", "null-stage-value", "broken-json", "two-values"})
    @Proves("C32")
    void theCallerGetsATemporaryErrorAndTheConnectionStays(String how) {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"error\":{\"code\":100,\"message\":\"internal server error\",\"temporary\":true}}",
                alice.call("rpc", "{\"method\":\"" + how + "\"}").text());

        assertEquals(0, alice.subscribe("fine").errorCode());
        assertEquals(
                1,
                registry.counter("gateway_rpc_total{status=\"error\",reason=\"handler_failed\"}")
                        .getCount());
    }

    @Test
    void aHandlerThatDoesNotAnswerIsGivenTheTimeOfACommandAndOthersDoNotWait() {
        JsonClient alice = gateway.connect("alice");
        long asked = System.nanoTime();
        int never = alice.send("rpc", "{\"method\":\"never\"}");
        int blocks = alice.send("rpc", "{\"method\":\"blocks\"}");

        assertEquals(0, alice.call("rpc", "{\"method\":\"fine\"}").errorCode());
        assertEquals(
                0, gateway.connect("bob").call("rpc", "{\"method\":\"fine\"}").errorCode());

        assertEquals(100, alice.awaitReply(never).errorCode());
        assertEquals(100, alice.awaitReply(blocks).errorCode());
        long millis = (System.nanoTime() - asked) / 1_000_000;
        assertTrue(millis >= 3_900, "given up after " + millis + " ms, before the command's 4 s were over");
        assertTrue(millis < 5_000, "given up after " + millis + " ms, when SDKs have stopped waiting");
    }

    private CompletionStage<RpcAnswer> fail(ConnectedClient client, String method, Payload data) {
        return switch (method) {
            case "throws" -> throw new IllegalStateException("secret text of an exception");
            case "errs" -> throw new NoClassDefFoundError("com/example/Missing");
            case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("secret text"));
            case "null" -> null;
            case "null-stage-value" -> CompletableFuture.completedFuture(null);
            case "broken-json" -> CompletableFuture.completedFuture(RpcAnswer.done(Payload.json("{\"a\":")));
            case "two-values" -> CompletableFuture.completedFuture(RpcAnswer.done(Payload.json("1}\n{\"id\":9")));
            case "never" -> new CompletableFuture<>();
            case "blocks" -> blocked();
            default -> CompletableFuture.completedFuture(RpcAnswer.Done.NOTHING);
        };
    }

    private CompletionStage<RpcAnswer> blocked() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return CompletableFuture.completedFuture(RpcAnswer.Done.NOTHING);
    }
}
