package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.client.SelfSigned;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with a certificate of its own. */
class TlsTest {
    private static final int LARGE = 60_000;

    @TempDir
    private Path folder;

    private SSLContext tls;
    private Gateway gateway;

    @BeforeEach
    void startGateway() throws Exception {
        tls = SelfSigned.context(folder);
        gateway = Gateway.builder()
                .port(0)
                .metricsPort(0)
                .tls(tls)
                .authenticator(JwtAuthenticator.builder().allowAnonymous(true).build())
                .build();
        gateway.start();
    }

    @AfterEach
    void closeGateway() {
        gateway.close();
    }

    @Test
    void clientsPublishAndReceiveOverWss() {
        try (JsonClient alice = connected();
                JsonClient bob = connected()) {
            alice.subscribe("chat");
            bob.subscribe("chat");
            for (int i = 0; i < 100; i++) {
                assertEquals(
                        0, alice.publish("chat", "{\"text\":\"" + i + "\"}").errorCode());
            }

            for (int i = 0; i < 100; i++) {
                assertEquals(
                        Integer.toString(i),
                        bob.awaitPublication("chat")
                                .at("push", "pub", "data", "text")
                                .asText());
            }
        }
    }

    @Test
    void messagesLargerThanATlsRecordArriveWhole() {
        String text = "x".repeat(LARGE);
        try (JsonClient alice = connected()) {
            alice.subscribe("chat");

            gateway.publish("chat", Payload.json("{\"text\":\"" + text + "\"}"));

            assertEquals(
                    text,
                    alice.awaitPublication("chat")
                            .at("push", "pub", "data", "text")
                            .asText());
            assertEquals(107, alice.subscribe(text).errorCode());
        }
    }

    @Test
    void theOtherPortsSpeakTlsToo() throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
        URI metrics = URI.create("https://localhost:" + gateway.metricsPort() + "/metrics");

        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
    }

    @Test
    void clientsThatDoNotTrustTheCertificateStayOut() {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> RawClient.to(uri()).open());

        assertInstanceOf(SSLHandshakeException.class, refused.getCause());
        assertEquals(0, gateway.connectionCount());
    }

    private JsonClient connected() {
        JsonClient client = JsonClient.open(RawClient.to(uri(), tls));
        assertEquals(0, client.connect("").errorCode());
        return client;
    }

    private URI uri() {
        return URI.create("wss://localhost:" + gateway.port() + "/connection/websocket");
    }
}
