package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when a backend does not do what it should. */
class ProxyFailureTest {
    private static final Payload NO_DATA = Payload.json("");

    @RegisterExtension
    final Backend backend = new Backend();

    private final MetricRegistry registry = new MetricRegistry();
    private final HttpProxies proxies = new HttpProxies(registry);

    @Test
    void aBackendThatSaysNothingIsGivenUpAtTheTimeout() {
        backend.ignores("/rpc");

        assertEquals(
                "rpc proxy " + backend.url("/rpc") + ": no answer within 50 ms",
                failure(proxy(builder -> builder.timeout(Duration.ofMillis(50)))));
        assertCounted("timeout", 1);
    }

    @Test
    void soIsOneThatNeverEndsItsAnswer() {
        backend.reacts("/rpc", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });

        assertTrue(failure(proxy(builder -> builder.timeout(Duration.ofMillis(300))))
                .endsWith("no answer within 300 ms"));
    }

    @Test
    void nobodyListening() {
        RpcHandler proxy = proxies.rpc(ProxySettings.builder("http://127.0.0.1:" + freePort() + "/rpc")
                .timeout(Duration.ofSeconds(20))
                .build());

        assertTrue(failure(proxy).endsWith("/rpc: the request failed"));
        assertCounted("failed", 1);
    }

    @Test
    void everyStatusBut200IsAFailureAndNothingIsTriedTwice() {
        for (int status : List.of(201, 204, 400, 404, 500, 503)) {
            backend.answers("/rpc", status, status == 204 ? "" : "{\"result\":{\"data\":1}}");

            assertTrue(failure(proxy()).endsWith("the status is " + status + " instead of 200"));
            backend.awaitRequest();
            assertEquals(0, backend.requestCount());
        }
        assertCounted("bad_status", 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{\"result\":{}",
                "{\"result\":{}} {}",
                "{\"result\":[]}",
                "{\"result\":\"yes\"}",
                "{\"error\":{\"message\":\"no code\"}}",
                "{\"error\":{\"code\":0}}",
                "{\"error\":{\"code\":\"400\"}}",
                "{\"error\":{\"code\":99999999999}}",
                "{\"result\":{\"b64data\":\"???\"}}",
                "{\"result\":{\"b64data\":7}}"
            })
    void whatIsNoAnswerIsAFailure(String body) {
        backend.answers("/rpc", body);

        failure(proxy());
        assertCounted("bad_answer", 1);
    }

    @Test
    void textThatIsNotUtf8IsAFailure() {
        backend.reacts("/rpc", exchange -> {
            byte[] latin1 = "{\"result\":{\"data\":\"ä\"}}".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, latin1.length);
            exchange.getResponseBody().write(latin1);
            exchange.close();
        });

        assertTrue(failure(proxy()).endsWith("the answer is not UTF-8"));
    }

    @Test
    void anAnswerThatIsTooLargeIsAFailure() {
        RpcHandler proxy = proxy(builder -> builder.maxResponseBytes(1_024));
        backend.answers("/rpc", padded("{}", 1_024));
        assertEquals(RpcAnswer.Done.NOTHING, Clients.get(ask(proxy)));

        backend.answers("/rpc", padded("{}", 1_025));
        failure(proxy);
        backend.answers("/rpc", padded("{}", 2_000_000));
        failure(proxy());
        assertCounted("failed", 2);
    }

    private static String padded(String json, int length) {
        return json + " ".repeat(length - json.length());
    }

    @Test
    void anAnswerWithUnknownFieldsIsFine() {
        backend.answers("/rpc", "{\"trace\":[{}],\"result\":{\"data\":1,\"next\":{\"a\":null}}}");

        assertEquals(RpcAnswer.done(Payload.json("1")), Clients.get(ask(proxy())));
    }

    @Test
    void disconnectWinsOverErrorAndThatOverResult() {
        backend.answers(
                "/rpc",
                "{\"result\":{},\"error\":{\"code\":400,\"message\":\"no\"},"
                        + "\"disconnect\":{\"code\":4000,\"reason\":\"out\"}}");
        assertEquals(new RpcAnswer.Closed(new Disconnect(4000, "out")), Clients.get(ask(proxy())));

        backend.answers("/rpc", "{\"result\":{},\"error\":{\"code\":400,\"message\":\"no\"},\"disconnect\":null}");
        assertEquals(new RpcAnswer.Failed(new ErrorCode(400, "no", false)), Clients.get(ask(proxy())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 399, 400, 1999, 2000, Integer.MAX_VALUE})
    void anyErrorCodeReachesTheClient(int code) {
        backend.answers("/rpc", "{\"error\":{\"code\":" + code + ",\"message\":\"m\",\"temporary\":true}}");

        assertEquals(new RpcAnswer.Failed(new ErrorCode(code, "m", true)), Clients.get(ask(proxy())));
    }

    @Test
    void errorsAndDisconnectsAlwaysHaveAText() {
        backend.answers("/rpc", "{\"error\":{\"code\":400}}");
        assertEquals(new RpcAnswer.Failed(new ErrorCode(400, "application error", false)), Clients.get(ask(proxy())));

        backend.answers("/rpc", "{\"disconnect\":{\"code\":4000,\"reason\":\" \"}}");
        assertEquals(new RpcAnswer.Closed(new Disconnect(4000, "application disconnect")), Clients.get(ask(proxy())));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 2999, 5000, -1, Long.MAX_VALUE})
    void aDisconnectThatNoCloseFrameCanCarryEndsTheConnectionForGood(long code) {
        backend.answers("/rpc", "{\"disconnect\":{\"code\":" + code + ",\"reason\":\"out\"}}");

        assertEquals(new RpcAnswer.Closed(Disconnect.FORCE_DISCONNECT), Clients.get(ask(proxy())));
    }

    @Test
    void aReasonIsCutToWhatACloseFrameCanCarry() {
        backend.answers("/rpc", "{\"disconnect\":{\"code\":4000,\"reason\":\"x" + "😀".repeat(40) + "\"}}");

        assertEquals(new RpcAnswer.Closed(new Disconnect(4000, "x" + "😀".repeat(30))), Clients.get(ask(proxy())));
    }

    @Test
    void aStatusCanStandForAnErrorOrADisconnect() {
        ErrorCode gone = new ErrorCode(404, "gone", false);
        Disconnect banned = new Disconnect(4500, "banned");
        RpcHandler proxy = proxy(builder -> builder.statusTransforms(
                List.of(StatusTransform.toError(404, gone), StatusTransform.toDisconnect(403, banned))));

        backend.answers("/rpc", 404, "{\"result\":{}}");
        assertEquals(new RpcAnswer.Failed(gone), Clients.get(ask(proxy)));
        backend.answers("/rpc", 403, "");
        assertEquals(new RpcAnswer.Closed(banned), Clients.get(ask(proxy)));
        backend.answers("/rpc", 500, "");
        failure(proxy);
    }

    @Test
    void redirectsAreFollowed() {
        backend.reacts("/rpc", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        backend.answers("/elsewhere", "{\"result\":{\"data\":1}}");

        assertEquals(RpcAnswer.done(Payload.json("1")), Clients.get(ask(proxy())));
        Backend.Request first = backend.awaitRequest();
        Backend.Request second = backend.awaitRequest();
        assertEquals("POST", second.method());
        assertEquals(first.body(), second.body());
    }

    @Test
    void withTooManyRequestsInFlightAnEventFailsAtOnce() {
        backend.ignores("/rpc");
        RpcHandler proxy = proxy(builder -> builder.maxInFlight(2).timeout(Duration.ofSeconds(20)));
        CompletionStage<RpcAnswer> first = ask(proxy);
        ask(proxy);
        assertEquals(
                2, registry.counter("gateway_proxy_in_flight{event=\"rpc\"}").getCount());

        CompletionStage<RpcAnswer> third = ask(proxy);

        assertTrue(third.toCompletableFuture().isCompletedExceptionally());
        assertTrue(failure(third).endsWith("2 requests are in flight already"));
        assertFalse(first.toCompletableFuture().isDone());
        assertCounted("too_many", 1);
    }

    @Test
    void requestsThatAreOverMakeRoom() {
        backend.ignores("/rpc");
        RpcHandler proxy = proxy(builder -> builder.maxInFlight(1).timeout(Duration.ofMillis(300)));
        failure(ask(proxy));
        backend.answers("/rpc", "{}");

        assertEquals(RpcAnswer.Done.NOTHING, Clients.get(ask(proxy)));
        assertEquals(RpcAnswer.Done.NOTHING, Clients.get(ask(proxy)));
        Await.until(
                "nothing in flight",
                () -> registry.counter("gateway_proxy_in_flight{event=\"rpc\"}").getCount() == 0);
        assertEquals(
                3,
                registry.histogram("gateway_proxy_latency_seconds{event=\"rpc\"}")
                        .getSnapshot()
                        .size());
        assertCounted("success", 2);
    }

    private RpcHandler proxy() {
        return proxy(builder -> builder.timeout(Duration.ofSeconds(20)));
    }

    private RpcHandler proxy(UnaryOperator<ProxySettingsBuilder> settings) {
        return proxies.rpc(
                settings.apply(ProxySettings.builder(backend.url("/rpc"))).build());
    }

    private static CompletionStage<RpcAnswer> ask(RpcHandler proxy) {
        return proxy.call(Clients.user("42"), "m", NO_DATA);
    }

    private static String failure(RpcHandler proxy) {
        return failure(ask(proxy));
    }

    private static String failure(CompletionStage<RpcAnswer> answer) {
        return assertThrows(ProxyFailedException.class, () -> Clients.get(answer))
                .getMessage();
    }

    private void assertCounted(String status, int times) {
        assertEquals(
                times,
                registry.counter("gateway_proxy_requests_total{event=\"rpc\",status=\"" + status + "\"}")
                        .getCount());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
