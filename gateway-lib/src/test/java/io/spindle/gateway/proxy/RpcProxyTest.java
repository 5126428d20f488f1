package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RpcProxyTest {
    private static final Optional<Payload> META = Optional.of(Payload.json("{\"team\": 7}"));

    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @Test
    void theBackendIsToldWhoCallsWhat() {
        backend.answers("/rpc", "{}");

        Clients.get(proxy(builder -> builder).call(Clients.user("42", META), "sum", Payload.json("[1,  2]")));

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\","
                        + "\"user\":\"42\",\"method\":\"sum\",\"data\":[1,  2]}",
                backend.awaitRequest().body());
    }

    @Test
    void anAnonymousUserAndEmptyDataAreLeftOut() {
        backend.answers("/rpc", "{}");

        Clients.get(proxy(builder -> builder).call(Clients.user(""), "", Payload.json("")));

        assertEquals(
                "{\"client\":\"client-1\",\"transport\":\"websocket\",\"protocol\":\"json\",\"encoding\":\"json\"}",
                backend.awaitRequest().body());
    }

    @Test
    void notesAboutTheConnectionAreIncludedIfAskedFor() {
        backend.answers("/rpc", "{}");

        Clients.get(proxy(builder -> builder.includeConnectionMeta(true))
                .call(Clients.user("42", META), "m", Payload.json("")));

        assertEquals(7, backend.awaitRequest().json().at("/meta/team").asInt());
    }

    @Test
    void aResultsDataReachesTheCallerByteForByte() {
        backend.answers("/rpc", "{\"result\":{\"data\":{\"big\": 12345678901234567890.10,\"t\":\"\\u00e4\"}}}");

        assertEquals(
                RpcAnswer.done(Payload.json("{\"big\": 12345678901234567890.10,\"t\":\"\\u00e4\"}")),
                Clients.get(proxy(builder -> builder).call(Clients.user("42"), "m", Payload.json("1"))));
    }

    @Test
    void withoutAResultTheCallSucceedsWithNothing() {
        for (String answer : new String[] {"{}", "{\"result\":{}}", "{\"result\":null}"}) {
            backend.answers("/rpc", answer);

            assertEquals(
                    RpcAnswer.Done.NOTHING,
                    Clients.get(proxy(builder -> builder).call(Clients.user("42"), "m", Payload.json("1"))));
        }
    }

    @Test
    void inTheBinaryEncodingDataIsBase64() {
        backend.answers("/rpc", "{\"result\":{\"b64data\":\"AP8=\"}}");

        RpcAnswer answer = Clients.get(proxy(builder -> builder.binaryEncoding(true))
                .call(Clients.user("42"), "m", Payload.binary(new byte[] {1, (byte) 0xfe})));

        Backend.Request request = backend.awaitRequest();
        assertEquals("binary", request.json().path("encoding").asText());
        assertEquals("Af4=", request.json().path("b64data").asText());
        assertFalse(request.json().has("data"));
        assertEquals(RpcAnswer.done(Payload.binary(new byte[] {0, (byte) 0xff})), answer);
    }

    @Test
    void base64OfJsonIsJsonForClientsThatSpeakIt() {
        backend.answers("/rpc", "{\"result\":{\"b64data\":\"WzFd\",\"data\":2}}");

        assertEquals(
                RpcAnswer.done(Payload.json("[1]")),
                Clients.get(proxy(builder -> builder).call(Clients.user("42"), "m", Payload.json("1"))));
    }

    @Test
    void otherBytesThanJsonNeedTheBinaryEncoding() {
        backend.answers("/rpc", "{}");

        assertEquals(
                new RpcAnswer.Failed(ErrorCode.BAD_REQUEST),
                Clients.get(proxy(builder -> builder).call(Clients.user("42"), "m", Payload.binary(new byte[] {1}))));
        assertEquals(0, backend.requestCount());
    }

    private RpcHandler proxy(UnaryOperator<ProxySettingsBuilder> settings) {
        return proxies.rpc(
                settings.apply(ProxySettings.builder(backend.url("/rpc"))).build());
    }
}
