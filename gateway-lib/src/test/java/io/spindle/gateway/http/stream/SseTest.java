package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.EmulatedClient;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /connection/sse}. */
class SseTest {
    private static final String PATH = "/connection/sse";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).sse(true));

    @Test
    @Proves("T31")
    void anEventSourceConnectsWithItsQuery() throws IOException {
        try (StreamClient client = StreamClient.get(gateway.gateway().port(), PATH + query(connect("alice")))) {
            assertEquals(200, client.status());
            assertEquals("text/event-stream; charset=utf-8", client.header("Content-Type"));
            assertEquals("no", client.header("X-Accel-Buffering"));
            assertEquals("\r\n", new String(client.readBytes(2), StandardCharsets.US_ASCII));
            assertTrue(client.readEvent().startsWith("{\"id\":1,\"connect\":{\"client\":\""));
        }
    }

    @Test
    void severalCommandsMayComeWithTheQuery() throws IOException {
        String commands = connect("alice") + "\n{\"id\":2,\"subscribe\":{\"channel\":\"at-once\"}}";
        try (StreamClient client = StreamClient.get(gateway.gateway().port(), PATH + query(commands))) {
            client.readTo("\r\n");
            client.readEvent();

            assertEquals("{\"id\":2,\"subscribe\":{}}", client.readEvent());
        }
    }

    @Test
    @Proves("T31")
    void everyMessageIsAnEventOfItsOwn() throws IOException {
        try (EmulatedClient alice = EmulatedClient.sse(gateway.gateway().port(), Tokens.of("alice"))) {
            StringBuilder commands = new StringBuilder("{\"id\":2,\"subscribe\":{\"channel\":\"each\"}}");
            for (int n = 0; n < 50; n++) {
                commands.append("\n{\"id\":")
                        .append(n + 3)
                        .append(",\"publish\":{\"channel\":\"each\",\"data\":")
                        .append(n)
                        .append("}}");
            }
            assertEquals(204, alice.send(commands.toString()));

            for (int n = 0; n < 50; n++) {
                assertEquals(
                        n,
                        alice.next(message -> message.at("/push/pub").isObject())
                                .at("/push/pub/data")
                                .asInt());
            }
        }
    }

    @Test
    @Proves("T32")
    void withoutAConnectCommandThereIsNoConnection() throws IOException {
        for (String query : new String[] {"", "?cf_connect", "?other=1"}) {
            try (StreamClient client = StreamClient.get(gateway.gateway().port(), PATH + query)) {
                assertEquals(query.equals("?cf_connect") ? 200 : 400, client.status(), query);
            }
        }
    }

    @Test
    @Proves("T33")
    void theLastEventSaysWhyItEnds() throws IOException {
        try (EmulatedClient alice = EmulatedClient.sse(gateway.gateway().port(), Tokens.of("cut-off"))) {
            gateway.gateway().disconnect("cut-off");

            assertEquals(
                    "data: {\"push\":{\"disconnect\":{\"code\":3503,\"reason\":\"force disconnect\"}}}\n\n",
                    alice.stream().readToEnd());
        }
    }

    @Test
    void whatIsNotSwitchedOnIsNotThere() throws IOException {
        try (StreamClient client = StreamClient.post(gateway.gateway().port(), "/connection/http_stream", "")) {
            assertEquals(404, client.status());
        }
    }

    private static String connect(String user) {
        return "{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of(user) + "\"}}";
    }

    private static String query(String connect) {
        return "?cf_connect=" + URLEncoder.encode(connect, StandardCharsets.UTF_8);
    }
}
