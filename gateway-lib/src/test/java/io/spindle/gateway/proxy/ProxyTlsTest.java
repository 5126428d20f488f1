package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.codahale.metrics.MetricRegistry;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.client.SelfSigned;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backends behind TLS. */
class ProxyTlsTest {
    private final HttpProxies proxies = new HttpProxies(new MetricRegistry());
    private SSLContext tls;
    private HttpsServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tls = SelfSigned.context(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/rpc", exchange -> {
            exchange.getRequestBody().readAllBytes();
            Backend.answer(200, "{\"result\":{\"data\":1}}").to(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aContextSaysWhomToTrust() {
        assertEquals(RpcAnswer.done(Payload.json("1")), ask(settings().tls(tls)));
    }

    @Test
    void withoutOneOnlyKnownAuthoritiesAreTrusted() {
        assertThrows(ProxyFailedException.class, () -> ask(settings()));
    }

    private ProxySettingsBuilder settings() {
        return ProxySettings.builder("https://localhost:" + server.getAddress().getPort() + "/rpc")
                .timeout(Duration.ofSeconds(20));
    }

    private RpcAnswer ask(ProxySettingsBuilder settings) {
        return Clients.get(proxies.rpc(settings.build()).call(Clients.user("42"), "m", Payload.json("1")));
    }
}
