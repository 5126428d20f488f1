package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What callers may hold. */
class ApiLimitsTest {
    private static final String MESSAGE = "{\"channel\":\"plain:a\",\"data\":\"%s\"}";

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new ApiChannels())
            .apiKey(BackEnd.KEY)
            .serverApi(true)
            .maxRequestBodyBytes(Endpoint.API, 1_000)
            .maxServerApiRequests(2));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @Test
    void aBodyIsAsLargeAsItMayBeAndNotLarger() {
        int around = MESSAGE.formatted("").length();

        assertEquals(
                200,
                backEnd.ask("publish", MESSAGE.formatted("x".repeat(1_000 - around)))
                        .status());
        assertEquals(
                413,
                backEnd.ask("publish", MESSAGE.formatted("x".repeat(1_001 - around)))
                        .status());
        assertEquals(
                413,
                backEnd.send("POST", "/api", "x".repeat(1_001), "X-API-Key", BackEnd.KEY)
                        .status());
    }

    @Test
    void aBodyWhoseLengthIsNotSaidIsBoundedToo() throws IOException {
        try (Socket socket = begin("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            out.write(("3e9\r\n" + "x".repeat(1_001) + "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertEquals("HTTP/1.1 413", status(socket));
        }
    }

    @Test
    void moreRequestsAtOnceThanThereMayBeAreRefusedAndOthersGoOn() throws IOException {
        try (Socket first = begin("Content-Length: 2\r\nExpect: 100-continue");
                Socket second = begin("Content-Length: 2\r\nExpect: 100-continue")) {
            // The word to go on shows that a request has its place.
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", text(first, 25));
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", text(second, 25));

            assertEquals(503, backEnd.ask("info", "{}").status());

            first.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            second.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));

            assertEquals("HTTP/1.1 200", status(first));
            assertEquals("HTTP/1.1 200", status(second));
        }
        Await.until("a place", () -> backEnd.ask("info", "{}").status() == 200);
    }

    /** A request whose body is still to come. */
    private Socket begin(String header) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.gateway().apiPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST /api/info HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + BackEnd.KEY + "\r\n" + header
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return text(socket, 12);
    }

    private static String text(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }
}
