package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayCloseTest {
    private static final ChannelOptions RELAY = ChannelOptions.BROADCAST.withDelivery(Delivery.RELAY);

    private final HeldTransport transport = new HeldTransport();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(RELAY)).workers(transport.router(), transport));

    @AfterEach
    void answerAll() {
        transport.acceptAll();
    }

    @ParameterizedTest
    @EnumSource
    @Proves("C25")
    void everyClientIsToldToComeBackElsewhere(Encoding encoding) {
        ProtocolClient connected = gateway.connect(encoding, "alice");
        ProtocolClient silent = gateway.open(encoding);

        gateway.gateway().close();

        assertEquals(new Closed(3001, "shutdown"), connected.expectClose(3001));
        silent.expectClose(3001);
        assertEquals(0, gateway.gateway().connectionCount());
        assertEquals(0, gateway.gateway().channelCount());
    }

    @Test
    void publishesInFlightAreAnsweredFirst() throws Exception {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("flight");
        int id = alice.send("publish", "{\"channel\":\"flight\",\"data\":1}");
        Await.until("in flight", () -> transport.count() == 1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway.gateway()::close);
        assertFalse(closing.isDone());
        transport.acceptNext();

        assertEquals(0, alice.awaitReply(id).errorCode());
        alice.awaitPublication("flight");
        alice.expectClose(3001);
        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void callsInFlightAreAnsweredFirst() throws Exception {
        CompletableFuture<RpcAnswer> answer = new CompletableFuture<>();
        Gateway answering = Gateway.builder()
                .port(0)
                .bindAddress("127.0.0.1")
                .authenticator(JwtAuthenticator.hmac(Tokens.SECRET))
                .rpc((client, method, data) -> answer)
                .build();
        answering.start();
        JsonClient alice = JsonClient.open(URI.create("ws://127.0.0.1:" + answering.port() + "/connection/websocket"));
        alice.connect(Tokens.of("alice"));
        int id = alice.send("rpc", "{\"method\":\"slow\"}");
        // Answered in order behind it: the call has been handed over.
        alice.presence("chat");

        CompletableFuture<Void> closing = CompletableFuture.runAsync(answering::close);
        assertFalse(closing.isDone());
        answer.complete(RpcAnswer.done(Payload.json("1")));

        assertEquals("1", alice.awaitReply(id).at("rpc", "data").toString());
        alice.expectClose(3001);
        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void noPublicationIsTakenAndLeftUnansweredWhileClientsGoOnSending() {
        transport.acceptAll();
        JsonClient alice = gateway.connect("alice");
        int count = 5_000;
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            for (int first = 0; first < count && alice.isOpen(); first += 50) {
                alice.raw()
                        .sendText(IntStream.range(first, first + 50)
                                .mapToObj(n ->
                                        "{\"id\":" + (n + 10) + ",\"publish\":{\"channel\":\"p\",\"data\":" + n + "}}")
                                .collect(Collectors.joining("\n")));
            }
        });
        Await.until("some are taken", () -> transport.taken().size() > 100);

        gateway.gateway().close();

        alice.expectClose(3001);
        sending.exceptionally(closedWhileSending -> null).join();
        for (int n = 0; n < transport.taken().size(); n++) {
            assertEquals(0, alice.awaitReply(n + 10).errorCode());
        }
    }

    @Test
    void whatSubscribersAreOwedIsWrittenFirst() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("owed");
        String data = "\"" + "x".repeat(1_000) + "\"";
        int count = 900;
        for (int n = 0; n < count; n++) {
            gateway.gateway().publish("owed", Payload.json(data));
        }

        gateway.gateway().close();

        alice.expectClose(3001);
        for (int n = 0; n < count; n++) {
            alice.awaitPublication("owed");
        }
        assertFalse(alice.hasReceived(JsonMessage::isPing));
    }

    @Test
    void thePortIsFreeAfterwardsAndClosingAgainDoesNothing() {
        URI uri = gateway.uri();

        gateway.gateway().close();
        gateway.gateway().close();

        assertThrows(CompletionException.class, () -> RawClient.open(uri));
    }

    @Test
    void patienceWithTheUnansweredHasItsBound() throws GatewayStartException {
        HeldTransport deaf = new HeldTransport();
        Gateway impatient = Gateway.builder()
                .port(0)
                .bindAddress("127.0.0.1")
                .authenticator(JwtAuthenticator.hmac(Tokens.SECRET))
                .channelPolicy(new AllowAll(RELAY))
                .workers(deaf.router(), deaf)
                .shutdownTimeout(Duration.ofMillis(100))
                .build();
        impatient.start();
        JsonClient alice = JsonClient.open(URI.create("ws://127.0.0.1:" + impatient.port() + "/connection/websocket"));
        alice.connect(Tokens.of("alice"));
        alice.send("publish", "{\"channel\":\"p\",\"data\":1}");
        Await.until("in flight", () -> deaf.count() == 1);

        impatient.close();

        alice.expectClose(3001);
        assertEquals(1, alice.raw().receivedLines().size(), "only the connect reply");
    }
}
