package io.spindle.gateway.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.centrifugal.centrifuge.HistoryOptions;
import io.github.centrifugal.centrifuge.HistoryResult;
import io.github.centrifugal.centrifuge.Publication;
import io.github.centrifugal.centrifuge.SubscribedEvent;
import io.github.centrifugal.centrifuge.Subscription;
import io.github.centrifugal.centrifuge.SubscriptionOptions;
import io.github.centrifugal.centrifuge.SubscriptionState;
import io.github.centrifugal.centrifuge.SubscriptionTokenEvent;
import io.github.centrifugal.centrifuge.SubscriptionTokenGetter;
import io.github.centrifugal.centrifuge.TokenCallback;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.UnsubscribeReason;
import io.spindle.gateway.redis.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official Java SDK, unmodified, in channels that keep what was published. */
class OfficialJavaSdkRecoveryTest {
    @RegisterExtension
    static final GatewayExtension gateway = SdkGateway.extension();

    @Test
    @Proves("R21")
    void whatIsMissedWhileTheConnectionIsCutComesOnceAndInOrder() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("cut"))) {
            alice.subscribe("chat:cut");
            assertFalse(alice.awaitSubscribed().wasRecovering());
            publish("chat:cut", 1);
            assertEquals("1", text(alice.awaitPublication().getData()));

            assertEquals(1, gateway.gateway().disconnect("cut", Disconnect.CONNECTION_CLOSED));
            publish("chat:cut", 2, 3, 4);

            SubscribedEvent again = alice.awaitSubscribed();
            assertTrue(again.wasRecovering());
            assertTrue(again.getRecovered());
            publish("chat:cut", 5);
            for (int expected = 2; expected <= 5; expected++) {
                assertEquals(
                        String.valueOf(expected), text(alice.awaitPublication().getData()));
            }
        }
    }

    @Test
    @Proves("S20")
    void whoIsUnsubscribedWithACodeThatAllowsItSubscribesAgainAndRecovers() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("again"))) {
            Subscription subscription = alice.subscribe("chat:again");
            alice.awaitSubscribed();

            unsubscribe("again", "chat:again", 2_600);
            publish("chat:again", 1);

            assertTrue(alice.awaitSubscribed().getRecovered());
            assertEquals("1", text(alice.awaitPublication().getData()));

            unsubscribe("again", "chat:again", 2_100);

            Await.until("it stays away", () -> subscription.getState() == SubscriptionState.UNSUBSCRIBED);
        }
    }

    @Test
    void historyIsReadFromEitherEnd() throws Exception {
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("history"))) {
            Subscription subscription = alice.subscribe("chat:history");
            publish("chat:history", 1, 2, 3);

            HistoryResult oldest = history(subscription, false);
            HistoryResult newest = history(subscription, true);

            assertEquals(List.of("1", "2"), texts(oldest));
            assertEquals(List.of("3", "2"), texts(newest));
            assertEquals(3, newest.getOffset());
        }
    }

    @Test
    void channelsOfTheTokenRecoverToo() throws Exception {
        String token = Tokens.with(claims -> claims.subject("served").claim("channels", List.of("chat:served")));
        try (SdkClient alice = SdkClient.connect(gateway.uri(), token)) {
            assertEquals("subscribed chat:served", alice.awaitServerEvent());
            publish("chat:served", 1);
            assertEquals("chat:served 1", alice.awaitServerEvent());

            gateway.gateway().disconnect("served", Disconnect.CONNECTION_CLOSED);
            publish("chat:served", 2, 3);

            assertEquals("recovered chat:served", alice.awaitServerEvent());
            assertEquals("chat:served 2", alice.awaitServerEvent());
            assertEquals("chat:served 3", alice.awaitServerEvent());
        }
    }

    @Test
    void anExpiringSubscriptionIsRefreshedWithATokenThatTheSdkFetches() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        SubscriptionOptions options = new SubscriptionOptions();
        options.setTokenGetter(new SubscriptionTokenGetter() {
            @Override
            public void getSubscriptionToken(SubscriptionTokenEvent event, TokenCallback callback) {
                Duration life = fetched.getAndIncrement() == 0 ? Duration.ofSeconds(2) : Duration.ofHours(1);
                callback.Done(
                        null,
                        Tokens.with(claims -> claims.subject("tokens")
                                .claim("channel", event.getChannel())
                                .expirationTime(Date.from(Instant.now().plus(life)))));
            }
        });
        try (SdkClient alice = SdkClient.connect(gateway.uri(), Tokens.of("tokens"))) {
            Subscription subscription = alice.subscribe("held:1", options);

            Await.until("a second token is fetched", () -> fetched.get() == 2);

            assertEquals(SubscriptionState.SUBSCRIBED, subscription.getState());
            publish("held:1", 1);
            assertEquals("1", text(alice.awaitPublication().getData()));
        }
    }

    private static void publish(String channel, int... numbers) {
        for (int number : numbers) {
            gateway.gateway()
                    .channels()
                    .publish(channel, Payload.json(String.valueOf(number)), PublishTerms.PLAIN)
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void unsubscribe(String user, String channel, int code) {
        gateway.gateway()
                .clients()
                .unsubscribe(ClientSelector.user(user), channel, new UnsubscribeReason(code, "custom"))
                .toCompletableFuture()
                .join();
    }

    private static HistoryResult history(Subscription subscription, boolean reverse) throws Exception {
        CompletableFuture<HistoryResult> result = new CompletableFuture<>();
        subscription.history(
                new HistoryOptions.Builder().withLimit(2).withReverse(reverse).build(), SdkClient.into(result));
        return result.get(10, TimeUnit.SECONDS);
    }

    private static List<String> texts(HistoryResult history) {
        return history.getPublications().stream()
                .map(Publication::getData)
                .map(OfficialJavaSdkRecoveryTest::text)
                .toList();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
