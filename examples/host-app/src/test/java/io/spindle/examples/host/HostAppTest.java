package io.spindle.examples.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostAppTest {
    private static final String SECRET = "a secret of thirty-two bytes or more";

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new ArrayBlockingQueue<>(100);
    private HostApp app;

    @BeforeEach
    void start() throws Exception {
        app = new HostApp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), SECRET);
    }

    @AfterEach
    void stop() throws Exception {
        app.stop();
    }

    @Test
    void thePageIsTheApplicationsOwn() throws Exception {
        HttpResponse<String> page = get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("In the chat: 0"), page.body());
    }

    @Test
    void clientsOfTheGatewayShowOnThePage() throws Exception {
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + app.port() + "/connection/websocket"), new Frames())
                .get(10, TimeUnit.SECONDS);
        socket.sendText(
                "{\"id\":1,\"connect\":{\"token\":\"" + token()
                        + "\"}}\n{\"id\":2,\"subscribe\":{\"channel\":\"chat\"}}",
                true);
        awaitFrameWith("\"subscribe\":{");

        assertTrue(get("/").body().contains("In the chat: 1"));
        socket.abort();
    }

    @Test
    void clientsAskHowManyAreInTheChat() throws Exception {
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + app.port() + "/connection/websocket"), new Frames())
                .get(10, TimeUnit.SECONDS);
        socket.sendText("{\"id\":1,\"connect\":{\"token\":\"" + token() + "\"}}", true);
        socket.sendText("{\"id\":2,\"subscribe\":{\"channel\":\"chat\"}}", true);
        awaitFrameWith("\"subscribe\":{");

        socket.sendText("{\"id\":3,\"rpc\":{\"method\":\"how-many\"}}", true);

        awaitFrameWith("{\"id\":3,\"rpc\":{\"data\":{\"clients\":1}}}");
        socket.abort();
    }

    @Test
    void whatNeitherHasIsNotFound() throws Exception {
        assertEquals(404, get("/nothing").statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + app.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void awaitFrameWith(String part) throws InterruptedException {
        String frame;
        do {
            frame = frames.poll(10, TimeUnit.SECONDS);
            assertTrue(frame != null, "no frame with " + part + " within 10 s");
        } while (!frame.contains(part));
    }

    private static String token() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder().subject("alice").build());
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private final class Frames implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frames.add(data.toString());
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
