package io.spindle.gateway.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.centrifugal.centrifuge.ClientState;
import io.github.centrifugal.centrifuge.PresenceResult;
import io.github.centrifugal.centrifuge.PresenceStatsResult;
import io.github.centrifugal.centrifuge.PublicationEvent;
import io.github.centrifugal.centrifuge.PublishResult;
import io.github.centrifugal.centrifuge.RPCResult;
import io.github.centrifugal.centrifuge.ReplyError;
import io.github.centrifugal.centrifuge.Subscription;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.redis.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official Java SDK, unmodified. */
class OfficialJavaSdkTest {
    private static final byte[] HELLO = "{\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.expiredCloseDelay(Duration.ofSeconds(10))
                    .rpc("echo", (client, method, data) -> CompletableFuture.completedFuture(RpcAnswer.done(data)))
                    .rpc(
                            "custom",
                            (client, method, data) -> CompletableFuture.completedFuture(
                                    new RpcAnswer.Failed(new ErrorCode(400, "custom", true))))
                    .handler((event, context) ->
                            context.reply(event instanceof ClientEvent.Rpc call ? call.data() : Payload.json("null"))));

    @Test
    void publicationsReachSubscribersWithThePublishersInfo() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"));
                SdkClient bob = SdkClient.connect(gateway.uri(), Tokens.of("bob"))) {
            Subscription ofAlice = alice.subscribe("chat:publish");
            bob.subscribe("chat:publish");

            CompletableFuture<PublishResult> published = new CompletableFuture<>();
            ofAlice.publish(HELLO, SdkClient.into(published));
            published.get(10, TimeUnit.SECONDS);

            for (SdkClient client : new SdkClient[] {alice, bob}) {
                PublicationEvent event = client.awaitPublication();
                assertArrayEquals(HELLO, event.getData());
                assertEquals("alice", event.getInfo().getUser());
                assertEquals("{\"name\":\"ALICE\"}", new String(event.getInfo().getConnInfo(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void presenceShowsWhoIsThere() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"));
                SdkClient bob = SdkClient.connect(gateway.uri(), Tokens.of("bob"))) {
            Subscription subscription = alice.subscribe("chat:presence");
            bob.subscribe("chat:presence");

            CompletableFuture<PresenceResult> presence = new CompletableFuture<>();
            subscription.presence(SdkClient.into(presence));
            CompletableFuture<PresenceStatsResult> stats = new CompletableFuture<>();
            subscription.presenceStats(SdkClient.into(stats));

            assertEquals(2, presence.get(10, TimeUnit.SECONDS).getClients().size());
            assertEquals(2, stats.get(10, TimeUnit.SECONDS).getNumClients());
            assertEquals(2, stats.get(10, TimeUnit.SECONDS).getNumUsers());
        }
    }

    @Test
    void joinAndLeaveAreTold() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"))) {
            alice.subscribe("chat:joins");
            assertEquals("join alice", alice.awaitMembership());

            try (SdkClient bob = SdkClient.connect(gateway.uri(), Tokens.of("bob"))) {
                Subscription ofBob = bob.subscribe("chat:joins");
                assertEquals("join bob", alice.awaitMembership());
                ofBob.unsubscribe();
                assertEquals("leave bob", alice.awaitMembership());
                bob.subscribeAgain(ofBob);
                assertEquals("join bob", alice.awaitMembership());
            }

            assertEquals("leave bob", alice.awaitMembership());
        }
    }

    @Test
    void aRefusalIsGivenToTheCaller() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"))) {
            CompletableFuture<PublishResult> published = new CompletableFuture<>();
            alice.client().publish("forbidden", HELLO, SdkClient.into(published));

            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> published.get(10, TimeUnit.SECONDS));

            assertEquals(103, ((ReplyError) failure.getCause()).getCode());
            assertEquals(ClientState.CONNECTED, alice.client().getState());
        }
    }

    @Test
    void remoteCallsAreAnsweredByTheHostAndByTheWorkerOfAChannel() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"))) {
            for (String method : new String[] {"echo", "any@chat:rpc"}) {
                CompletableFuture<RPCResult> called = new CompletableFuture<>();
                alice.client().rpc(method, HELLO, SdkClient.into(called));

                assertArrayEquals(HELLO, called.get(10, TimeUnit.SECONDS).getData());
            }
        }
    }

    @Test
    void anErrorOfTheApplicationIsGivenToTheCaller() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("alice"))) {
            CompletableFuture<RPCResult> called = new CompletableFuture<>();
            alice.client().rpc("custom", HELLO, SdkClient.into(called));

            ExecutionException failure = assertThrows(ExecutionException.class, () -> called.get(10, TimeUnit.SECONDS));

            ReplyError error = (ReplyError) failure.getCause();
            assertEquals(400, error.getCode());
            assertEquals("custom", error.getMessage());
            assertEquals(ClientState.CONNECTED, alice.client().getState());
        }
    }

    @Test
    void anExpiringConnectionIsRefreshedWithATokenThatTheSdkFetches() throws Exception {
        try (SdkClient alice = SdkClient.connect(
                gateway.uri(), Tokens.expiring("alice", Duration.ofSeconds(1)), () -> Tokens.of("alice"))) {
            String before = alice.clientId();

            Await.until("a token is fetched", () -> alice.fetchedTokens() == 1);
            alice.subscribe("chat:refresh");

            assertEquals(before, alice.clientId(), "the connection is still the same");
        }
    }

    @Test
    void anExpiredTokenIsReplacedBeforeTheFirstConnection() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.expired("alice"), () -> Tokens.of("alice"))) {
            assertEquals(1, alice.fetchedTokens());
            alice.subscribe("chat:expired");
        }
    }

    @Test
    void theSdkComesBackAndSubscribesAgainAfterADisconnectThatAllowsIt() throws Exception {
        for (Disconnect disconnect : new Disconnect[] {Disconnect.FORCE_RECONNECT, Disconnect.CONNECTION_CLOSED}) {
            String user = "back-" + disconnect.code();
            String channel = "chat:" + user;
            try (SdkClient client = SdkClient.connect(gateway.uri(), Tokens.of(user))) {
                client.subscribe(channel);
                String before = client.clientId();

                assertEquals(1, gateway.gateway().disconnect(user, disconnect));

                Await.until("back", () -> !client.clientId().equals(before));
                Await.until("subscribed again", () -> gateway.gateway().subscriberCount(channel) == 1);
                assertNotEquals(before, client.clientId());
            }
        }
    }

    @Test
    void theSdkStaysAwayAfterADisconnectForGood() throws Exception {
        try (SdkClient client = SdkClient.connect(gateway.uri(), Tokens.of("banned"))) {
            assertEquals(1, gateway.gateway().disconnect("banned"));

            assertEquals("3503 force disconnect", client.awaitDisconnected());
            assertEquals(ClientState.DISCONNECTED, client.client().getState());
            assertEquals(0, gateway.gateway().disconnect("banned"));
        }
    }
}
