package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that are handled and never answered. */
class SendTest {
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> held = new CompletableFuture<>();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).messages(this::onMessage));

    @Test
    @Proves("C31")
    void aMessageIsHandledAndNotAnsweredWithAnIdOrWithoutOne() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText("{\"send\":{\"data\":{\"n\": 1}}}");
        alice.raw().sendText("{\"id\":77,\"send\":{\"data\":2}}");

        assertEquals(0, alice.subscribe("after").errorCode());
        assertEquals(List.of("alice {\"n\": 1}", "alice 2"), received);
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() == 77));
    }

    @Test
    void messagesOfOneClientKeepTheirOrder() {
        JsonClient alice = gateway.connect("alice");
        List<String> sent = IntStream.range(0, 500).mapToObj(n -> "alice " + n).toList();

        IntStream.range(0, 500).forEach(n -> alice.raw().sendText("{\"send\":{\"data\":" + n + "}}"));

        Await.until("all are there", () -> received.size() == sent.size());
        assertEquals(sent, List.copyOf(received));
    }

    @Test
    void aClientsNextCommandWaitsForItsMessageAndOthersDoNot() {
        JsonClient alice = gateway.connect("alice");
        alice.raw().sendText("{\"send\":{\"data\":\"hold\"}}\n{\"id\":5,\"subscribe\":{\"channel\":\"a\"}}");
        Await.until("held", () -> received.size() == 1);

        assertEquals(0, gateway.connect("bob").subscribe("a").errorCode());
        assertEquals(1, gateway.gateway().subscriberCount("a"));

        held.complete(null);
        assertEquals(0, alice.awaitReply(5).errorCode());
    }

    @Test
    void aHandlerThatFailsHarmsNobody() {
        JsonClient alice = gateway.connect("alice");

        alice.raw().sendText("{\"send\":{\"data\":\"throw\"}}");

        assertEquals(0, alice.subscribe("fine").errorCode());
    }

    @Test
    void whoIsNotConnectedSendsNothing() {
        JsonClient stranger = gateway.open();

        stranger.raw().sendText("{\"send\":{\"data\":1}}");

        stranger.expectClose(3501);
        assertEquals(List.of(), received);
    }

    private CompletionStage<Void> onMessage(ConnectedClient client, Payload data) {
        received.add(client.userId() + " " + data.asText());
        return switch (data.asText()) {
            case "\"hold\"" -> held;
            case "\"throw\"" -> throw new IllegalStateException("broken handler");
            default -> CompletableFuture.completedFuture(null);
        };
    }
}
