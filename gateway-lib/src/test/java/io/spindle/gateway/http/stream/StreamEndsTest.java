package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.client.EmulatedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How connections over answers that do not end come to their end all the same. */
class StreamEndsTest {
    private static final Payload LARGE = Payload.json("\"" + "x".repeat(32_000) + "\"");
    private static final String PATH = "/connection/http_stream";

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withJoinLeave(true)))
                    .httpStream(true)
                    .sse(true)
                    .maxQueueBytes(100_000)
                    .writeTimeout(Duration.ofMinutes(1)));

    @RegisterExtension
    final GatewayExtension strict = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .httpStream(true)
            .maxQueueBytes(1 << 30)
            .writeTimeout(Duration.ofMillis(300)));

    @Test
    void aClientThatDoesNotReadIsToldSoAndOthersMissNothing() throws IOException {
        try (StreamClient slow = notReading(gateway, "slow")) {
            JsonClient other = gateway.connect("other");
            other.subscribe("slow");
            while (gateway.gateway().subscriberCount("slow") == 2) {
                gateway.gateway().publish("slow", LARGE);
                other.awaitPublication("slow");
            }

            String rest = slow.readToEnd();

            assertTrue(
                    rest.endsWith("{\"push\":{\"disconnect\":{\"code\":3008,\"reason\":\"slow\"}}}\n"),
                    () -> rest.substring(Math.max(0, rest.length() - 200)));
            assertEquals(0, other.publish("slow", "1").errorCode());
            other.awaitPublication("slow");
        }
    }

    @Test
    void aWriteThatMakesNoProgressEndsItWithoutAWord() throws IOException {
        try (StreamClient stuck = notReading(strict, "stuck")) {
            JsonClient other = strict.connect("other");
            other.subscribe("stuck");
            for (int published = 0; published < 500; published++) {
                strict.gateway().publish("stuck", LARGE);
                other.awaitPublication("stuck");
            }

            Await.until("given up", () -> strict.gateway().subscriberCount("stuck") == 1);
            Await.until("forgotten", () -> strict.gateway().connectionCount() == 1);
            assertThrows(IOException.class, stuck::readToEnd);
        }
    }

    @Test
    void whoGoesAwayLeavesItsChannels() throws IOException {
        JsonClient bob = gateway.connect("bob");
        bob.subscribe("room");
        EmulatedClient alice = EmulatedClient.sse(gateway.gateway().port(), Tokens.of("alice"));
        alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"room\"}}");
        bob.awaitPush(push -> push.at("push", "join", "info", "user").asText().equals("alice"));

        alice.close();

        bob.awaitPush(push -> push.at("push", "leave", "info", "user").asText().equals("alice"));
    }

    @Test
    void aShutdownSendsClientsElsewhere() throws IOException {
        int port = gateway.gateway().port();
        try (EmulatedClient lines = EmulatedClient.httpStream(port, port, Tokens.of("lines"));
                EmulatedClient events = EmulatedClient.sse(port, Tokens.of("events"))) {
            gateway.gateway().close();

            String shutdown = "{\"push\":{\"disconnect\":{\"code\":3001,\"reason\":\"shutdown\"}}}";
            assertEquals(shutdown + "\n", lines.stream().readToEnd());
            assertEquals("data: " + shutdown + "\n\n", events.stream().readToEnd());
        }
        assertEquals(0, gateway.gateway().connectionCount());
    }

    @Test
    void whatIsQueuedIsWrittenBeforeTheLastWord() throws IOException {
        // No joins are told there: nothing but these publications is on its way, and they are queued at once.
        int port = strict.gateway().port();
        try (EmulatedClient alice = EmulatedClient.httpStream(port, port, Tokens.of("alice"))) {
            alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"queued\"}}");
            alice.reply(2);
            for (int n = 0; n < 50; n++) {
                strict.gateway().publish("queued", Payload.json("\"" + "x".repeat(1_000) + "\""));
            }

            strict.gateway().disconnect("alice");

            String rest = alice.stream().readToEnd();
            assertEquals(
                    50, rest.lines().filter(line -> line.contains("\"pub\"")).count());
            assertTrue(rest.endsWith("\"force disconnect\"}}}\n"));
        }
    }

    @Test
    void aTokenThatIsNoneEndsItForGood() throws IOException {
        try (StreamClient client =
                StreamClient.post(gateway.gateway().port(), PATH, "{\"id\":1,\"connect\":{\"token\":\"nonsense\"}}")) {
            assertEquals(
                    "{\"push\":{\"disconnect\":{\"code\":3500,\"reason\":\"invalid token\"}}}\n", client.readToEnd());
        }
    }

    /** A client that is connected and subscribed to a channel of its name, and reads no more. */
    private static StreamClient notReading(GatewayExtension gateway, String name) throws IOException {
        StreamClient client =
                StreamClient.connectWithReceiveBuffer(gateway.gateway().port(), 4_096);
        String body = "{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of(name) + "\"}}\n"
                + "{\"id\":2,\"subscribe\":{\"channel\":\"" + name + "\"}}";
        client.request("POST", PATH, body.getBytes(StandardCharsets.UTF_8));
        while (!client.readLine().contains("subscribe")) {
            assertEquals(200, client.status());
        }
        return client;
    }
}
