package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Requests that no client of ours sends. */
class HostileRequestTest {
    private static final String SECRET = "token-7f3a9c";

    private final HttpEdge edge = new HttpEdge();
    private final Recorder log = new Recorder();

    @BeforeEach
    void start() throws Exception {
        root().addAppender(log);
        root().getLoggerContext().getLogger("org.eclipse.jetty").setLevel(Level.INFO);
        log.start();
        edge.start();
    }

    @AfterEach
    void stop() {
        edge.close();
        root().getLoggerContext().getLogger("org.eclipse.jetty").setLevel(null);
        root().detachAppender(log);
    }

    @Test
    void unknownPathsAre404InOneLineOfText() throws Exception {
        HttpExchange.Answer answer = edge.get("/admin/" + SECRET);

        assertEquals(404, answer.status());
        assertEquals("404 Not Found", answer.body().strip());
        assertTrue(answer.header("Content-Type").startsWith("text/plain"));
    }

    @Test
    void noAnswerTellsTheServersMakeOrEchoesTheRequest() throws Exception {
        for (String request : badRequests()) {
            String answer =
                    HttpExchange.sendRaw(edge.port(Endpoint.WEBSOCKET), request).toString();

            assertFalse(answer.toLowerCase().contains("jetty"), answer);
            assertFalse(answer.contains("xception"), answer);
            assertFalse(answer.contains(SECRET), answer);
        }
    }

    @Test
    void noRequestLineIsLogged() throws Exception {
        for (String request : badRequests()) {
            HttpExchange.sendRaw(edge.port(Endpoint.WEBSOCKET), request);
        }

        assertEquals(List.of(), log.linesWith(SECRET));
    }

    @Test
    void headsThatAreTooLongAre431() throws Exception {
        HttpExchange.Answer answer = edge.get("/health", "X-Long: " + "x".repeat(9_000));

        assertEquals(431, answer.status());
    }

    @Test
    void encodedOrDottedVariantsOfAPathAreOtherPaths() throws Exception {
        for (String path : List.of("/%68ealth", "/x/../health", "/./health", "//health", "/health/", "/health;a=b")) {
            assertEquals(404, edge.get(path).status(), path);
        }
        assertEquals(200, edge.get("/health?verbose=1").status());
    }

    private static List<String> badRequests() {
        String query = "?token=" + SECRET;
        return List.of(
                "GET /nowhere" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /connection/websocket" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /connection/websocket" + query
                        + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
                        + "Sec-WebSocket-Version: 7\r\nSec-WebSocket-Key: x\r\n\r\n",
                "GET /channels/%FF/presence" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /channels/%zz/presence" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /health" + query + " HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /health" + query + " HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /health" + query + " HTTP/7.3\r\nHost: a\r\n\r\n",
                "GET /health" + query + " HTTP/1.1\r\nHost: a\r\nBad Header\r\nConnection: close\r\n\r\n",
                "GET /health" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "GET /health" + query + " HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n",
                "GET /health\u0001" + query + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "BREW /health" + query + "&\\ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "nonsense " + SECRET + "\r\n\r\n");
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
                lines.add(event.getFormattedMessage() + event.getThrowableProxy());
            }
        }

        List<String> linesWith(String text) {
            return lines.stream().filter(line -> line.contains(text)).toList();
        }
    }
}
