package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import com.sun.net.httpserver.Headers;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.client.ClientTransport;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which headers a backend gets. */
class ProxyHeadersTest {
    private static final ClientTransport CLIENT = Clients.with(
            Map.of("cookie", List.of("a=1"), "x-only-http", List.of("http", "again"), "origin", List.of("https://x")),
            Map.of("cookie", "emulated=1", "x-only-emulated", "emulated", "authorization", "Bearer me"));

    @RegisterExtension
    final Backend backend = new Backend();

    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());

    @BeforeEach
    void answer() {
        backend.answers("/connect", "{}");
    }

    @Test
    void byDefaultNoneOfTheClientsIsCopied() {
        Headers headers = headers(builder -> builder);

        assertFalse(headers.containsKey("Cookie"));
        assertFalse(headers.containsKey("Authorization"));
        assertFalse(headers.containsKey("Origin"));
    }

    @Test
    void listedOnesOfTheTransportAreCopiedWithAllTheirValues() {
        Headers headers = headers(builder -> builder.httpHeaders(List.of("COOKIE", "X-Only-Http", "X-Absent")));

        assertEquals(List.of("a=1"), headers.get("Cookie"));
        assertEquals(List.of("http", "again"), headers.get("X-Only-Http"));
        assertFalse(headers.containsKey("X-Absent"));
    }

    @Test
    void emulatedOnesAreCopiedOnlyIfListedAsSuch() {
        Headers headers = headers(builder -> builder.httpHeaders(List.of("X-Only-Emulated"))
                .emulatedHeaders(List.of("Authorization", "X-Only-Http")));

        assertEquals(List.of("Bearer me"), headers.get("Authorization"));
        assertFalse(headers.containsKey("X-Only-Emulated"));
        assertFalse(headers.containsKey("X-Only-Http"));
    }

    @Test
    void inBothListsTheTransportWinsAndTheEmulatedOneIsTheFallback() {
        List<String> names = List.of("cookie", "x-only-emulated");
        Headers headers = headers(builder -> builder.httpHeaders(names).emulatedHeaders(names));

        assertEquals(List.of("a=1"), headers.get("Cookie"));
        assertEquals(List.of("emulated"), headers.get("X-Only-Emulated"));
    }

    @Test
    void fixedOnesAreSentUnlessOneOfThatNameIsCopied() {
        Headers headers = headers(builder -> builder.httpHeaders(List.of("Cookie"))
                .staticHeaders(Map.of("X-Key", "k", "cookie", "fixed=1", "X-Only-Http", "fixed")));

        assertEquals(List.of("k"), headers.get("X-Key"));
        assertEquals(List.of("a=1"), headers.get("Cookie"));
        assertEquals(List.of("fixed"), headers.get("X-Only-Http"));
    }

    @Test
    void whatStandsBeforeTheHostIsSentAsAuthorizationUnlessThereIsOne() {
        String endpoint = backend.url("/connect").replace("http://", "http://spindle:p%40ss@");
        ProxySettingsBuilder settings = ProxySettings.builder(endpoint);

        assertEquals(
                List.of("Basic c3BpbmRsZTpwQHNz"), headers(settings.build()).get("Authorization"));
        assertEquals(
                List.of("Bearer me"),
                headers(settings.emulatedHeaders(List.of("authorization")).build())
                        .get("Authorization"));
        assertEquals(
                List.of("fixed"),
                headers(ProxySettings.builder(endpoint)
                                .staticHeaders(Map.of("authorization", "fixed"))
                                .build())
                        .get("Authorization"));
    }

    private Headers headers(ProxySettings settings) {
        Clients.get(proxies.connect(settings, Refresh.BY_CLIENT).ask(Clients.attempt(CLIENT)));
        return backend.awaitRequest().headers();
    }

    @Test
    void nobodyReplacesWhatEveryRequestHasOfItsOwn() {
        ClientTransport client = Clients.with(
                Map.of("host", List.of("evil"), "content-length", List.of("1"), "upgrade", List.of("websocket")),
                Map.of("content-type", "text/evil"));
        List<String> names = List.of("Host", "Content-Length", "Content-Type", "Upgrade", "Connection");
        Headers headers = headers(
                client,
                builder -> builder.httpHeaders(names)
                        .emulatedHeaders(names)
                        .staticHeaders(Map.of("content-type", "text/plain", "Connection", "close")));

        assertEquals(List.of("application/json"), headers.get("Content-Type"));
        assertFalse(headers.get("Host").contains("evil"));
        assertFalse(headers.containsKey("Upgrade"));
    }

    @Test
    void aMadeUpHeaderThatIsNoneAsksNobody() {
        ClientTransport client = Clients.with(Map.of(), Map.of("x-a", "1\r\nX-Admin: 1"));
        ConnectProxy proxy = connect(builder -> builder.emulatedHeaders(List.of("X-A")));

        assertThrows(ProxyFailedException.class, () -> Clients.get(proxy.ask(Clients.attempt(client))));
        assertEquals(0, backend.requestCount());
    }

    private Headers headers(UnaryOperator<ProxySettingsBuilder> settings) {
        return headers(CLIENT, settings);
    }

    private Headers headers(ClientTransport client, UnaryOperator<ProxySettingsBuilder> settings) {
        Clients.get(connect(settings).ask(Clients.attempt(client)));
        return backend.awaitRequest().headers();
    }

    private ConnectProxy connect(UnaryOperator<ProxySettingsBuilder> settings) {
        return proxies.connect(
                settings.apply(ProxySettings.builder(backend.url("/connect"))).build(), Refresh.BY_CLIENT);
    }
}
