package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Clients that take a place and do not get on. */
class SlowHandshakeTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SHORT_MILLIS = 300;
    private static final int TLS_ALERT = 21;
    private static final byte[] HALF_A_REQUEST = "GET /health HTTP/1.1\r\nHo".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PRESENCE_REQUEST =
            "GET /channels/a/presence HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEALTH_REQUEST =
            "GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void aHeadThatTricklesInIsCutOffAtItsDeadline() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(100, Duration.ofMillis(500), LONG);
        try (edge;
                Socket slow = HttpExchange.open(edge.start().port(Endpoint.WEBSOCKET))) {
            OutputStream out = slow.getOutputStream();
            out.write("GET /health HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.UTF_8));

            // Each byte would start Jetty's idle timeout anew.
            assertThrows(IOException.class, () -> {
                for (long end = System.nanoTime() + LONG.toNanos(); System.nanoTime() < end; ) {
                    out.write('x');
                    slow.setSoTimeout(50);
                    try {
                        if (slow.getInputStream().read() < 0) {
                            throw new IOException("closed");
                        }
                    } catch (SocketTimeoutException stillOpen) {
                        // Goes on trickling.
                    }
                }
            });
        }
    }

    @Test
    void aTlsHandshakeThatStopsHalfwayIsCutOffAtTheDeadlineOfTheHead() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.tls = Optional.of(SSLContext.getDefault());
        edge.limits = HttpEdge.limits(100, Duration.ofMillis(500), LONG);
        try (edge;
                Socket silent = HttpExchange.open(edge.start().port(Endpoint.WEBSOCKET))) {
            byte[] beginningOfAClientHello = {22, 3, 1, 2, 0, 1};
            silent.getOutputStream().write(beginningOfAClientHello);

            byte[] untilTheEnd = silent.getInputStream().readAllBytes();

            assertTrue(untilTheEnd.length == 0 || untilTheEnd[0] == TLS_ALERT);
        }
    }

    @Test
    void aKeptConnectionIsClosedWhenIdle() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(100, LONG, Duration.ofMillis(200));
        try (edge;
                Socket idle = HttpExchange.open(edge.start().port(Endpoint.WEBSOCKET))) {
            idle.getOutputStream().write(HEALTH_REQUEST);
            String head = HttpExchange.readHead(idle.getInputStream());
            assertTrue(head.startsWith("HTTP/1.1 200"), head);

            assertTrue(new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("healthy"));
        }
    }

    @Test
    void acceptingPausesAtTheBoundAndGoesOnBelowIt() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(3, LONG, LONG);
        BlockingQueue<CompletableFuture<List<PresenceUser>>> asked = unanswered(edge);
        List<Socket> pending = new ArrayList<>();
        try (edge) {
            int port = edge.start().port(Endpoint.WEBSOCKET);
            List<CompletableFuture<List<PresenceUser>>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Socket socket = HttpExchange.open(port);
                pending.add(socket);
                socket.getOutputStream().write(PRESENCE_REQUEST);
                // That it was asked shows that it was accepted.
                answers.add(asked.poll(LONG.toSeconds(), TimeUnit.SECONDS));
            }

            try (Socket waiting = HttpExchange.open(port)) {
                waiting.getOutputStream().write(HEALTH_REQUEST);
                waiting.setSoTimeout(SHORT_MILLIS);
                assertThrows(
                        SocketTimeoutException.class,
                        () -> waiting.getInputStream().read());

                answers.get(0).complete(List.of());

                waiting.setSoTimeout((int) LONG.toMillis());
                assertTrue(HttpExchange.readHead(waiting.getInputStream()).startsWith("HTTP/1.1 200"));
            }
        } finally {
            for (Socket socket : pending) {
                socket.close();
            }
        }
    }

    @Test
    void anIdleConnectionKeepsNobodyOut() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(2, LONG, LONG);
        try (edge) {
            int port = edge.start().port(Endpoint.WEBSOCKET);
            try (Socket idle = HttpExchange.open(port);
                    Socket half = HttpExchange.open(port)) {
                idle.getOutputStream().write(HEALTH_REQUEST);
                HttpExchange.readHead(idle.getInputStream());
                half.getOutputStream().write(HALF_A_REQUEST);

                assertEquals(200, edge.get("/health").status());

                // It was closed for that, after its whole answer.
                assertTrue(
                        new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("healthy"));
            }
        }
    }

    @Test
    void establishedWebSocketsTakeNoPlace() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(2, LONG, LONG);
        List<Socket> sockets = new ArrayList<>();
        try (edge) {
            int port = edge.start().port(Endpoint.WEBSOCKET);
            for (int i = 0; i < 10; i++) {
                sockets.add(HttpExchange.upgrade(port));
            }
            assertEquals(200, edge.get("/health").status());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void noClientIsForgottenWhileAcceptingComesAndGoes() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(2, LONG, LONG);
        try (edge) {
            int port = edge.start().port(Endpoint.WEBSOCKET);
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 8; i++) {
                clients.add(CompletableFuture.runAsync(() -> connectOftenTo(port), threads));
            }
            threads.shutdown();

            CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void connectOftenTo(int port) {
        try {
            for (int i = 0; i < 50; i++) {
                assertEquals(200, HttpExchange.send(port, "GET", "/health").status());
                HttpExchange.upgrade(port).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aListenerThatIsPausedStillStops() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.limits = HttpEdge.limits(1, LONG, LONG);
        BlockingQueue<CompletableFuture<List<PresenceUser>>> asked = unanswered(edge);
        int port = edge.start().port(Endpoint.WEBSOCKET);
        try (Socket only = HttpExchange.open(port)) {
            only.getOutputStream().write(PRESENCE_REQUEST);
            assertNotNull(asked.poll(LONG.toSeconds(), TimeUnit.SECONDS));

            edge.close();

            assertThrows(IOException.class, () -> new Socket("127.0.0.1", port).close());
        }
    }

    /** Requests of presence stay open until they are answered here. */
    private static BlockingQueue<CompletableFuture<List<PresenceUser>>> unanswered(HttpEdge edge) {
        BlockingQueue<CompletableFuture<List<PresenceUser>>> asked = new LinkedBlockingQueue<>();
        edge.presenceOpenToAll = true;
        edge.presence = channel -> {
            CompletableFuture<List<PresenceUser>> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        };
        return asked;
    }
}
