package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code subscribe}, {@code unsubscribe}, {@code disconnect} and {@code refresh}: what connected clients see of them. */
class SteeringClientsTest {
    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @Test
    void aUsersConnectionsAreSubscribed() {
        JsonClient alice = gateway.connect("alice");
        JsonClient other = gateway.connect("alice");
        JsonClient bob = gateway.connect("bob");

        done("subscribe", "{\"user\":\"alice\",\"channel\":\"kept:a\",\"data\":{\"hello\":1},\"info\":{\"seat\":7}}");

        for (JsonClient client : new JsonClient[] {alice, other}) {
            JsonMessage push = client.awaitPush(has("subscribe"));
            assertEquals("kept:a", push.at("push", "channel").asText());
            assertEquals("{\"hello\":1}", push.at("push", "subscribe", "data").toString());
        }
        assertFalse(nextPush(bob));
        JsonNode presence =
                backEnd.result("presence", "{\"channel\":\"kept:a\"}").path("presence");
        assertEquals(2, presence.size());
        presence.forEach(
                entry -> assertEquals("{\"seat\":7}", entry.path("chan_info").toString()));
        backEnd.result("publish", "{\"channel\":\"kept:a\",\"data\":\"news\"}");
        assertEquals(
                "news",
                alice.awaitPublication("kept:a").at("push", "pub", "data").asText());
    }

    @Test
    void aSubscriptionMayBringWhatWasMissed() {
        JsonNode first = backEnd.result("publish", "{\"channel\":\"kept:since\",\"data\":1}");
        backEnd.result("publish", "{\"channel\":\"kept:since\",\"data\":2}");
        JsonClient alice = gateway.connect("alice");

        done(
                "subscribe",
                "{\"user\":\"alice\",\"channel\":\"kept:since\",\"override\":{\"force_recovery\":{\"value\":true}},"
                        + "\"recover_since\":{\"offset\":1,\"epoch\":" + first.path("epoch") + "}}");

        JsonMessage push = alice.awaitPush(has("subscribe"));
        assertTrue(push.at("push", "subscribe", "recoverable").asBoolean(), push.text());
        assertEquals(
                2,
                alice.awaitPublication("kept:since").at("push", "pub", "data").asInt());
    }

    @Test
    void theOptionsOfTheChannelMayBeOverridden() {
        gateway.connect("alice");
        JsonClient bob = gateway.connect("bob");

        done(
                "subscribe",
                "{\"user\":\"alice\",\"channel\":\"kept:hidden\",\"override\":{\"presence\":{\"value\":false}}}");
        done("subscribe", "{\"user\":\"bob\",\"channel\":\"kept:hidden\"}");

        bob.awaitPush(has("subscribe"));
        JsonNode presence =
                backEnd.result("presence", "{\"channel\":\"kept:hidden\"}").path("presence");
        assertEquals(1, presence.size(), presence.toString());
        assertEquals("bob", presence.iterator().next().path("user").asText());
    }

    @Test
    void oneConnectionOfAUserMayBeMeant() {
        JsonClient first = gateway.open();
        String id = first.connect(Tokens.of("alice")).at("connect", "client").asText();
        JsonClient second = gateway.connect("alice");

        done("subscribe", "{\"user\":\"alice\",\"channel\":\"plain:one\",\"client\":\"" + id + "\"}");

        first.awaitPush(has("subscribe"));
        assertFalse(nextPush(second));
    }

    @Test
    @Proves("S19")
    void anUnsubscribedClientIsToldWhy() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("plain:u");
        alice.subscribe("plain:stays");

        done("unsubscribe", "{\"user\":\"alice\",\"channel\":\"plain:u\"}");

        JsonMessage push = alice.awaitPush(has("unsubscribe"));
        assertEquals("plain:u", push.at("push", "channel").asText());
        assertEquals(2000, push.at("push", "unsubscribe", "code").asInt());
        assertEquals(
                "server unsubscribe", push.at("push", "unsubscribe", "reason").asText());
        assertFalse(alice.hasReceived(has("leave")));
        backEnd.result("broadcast", "{\"channels\":[\"plain:u\",\"plain:stays\"],\"data\":1}");
        alice.awaitPublication("plain:stays");
        assertFalse(alice.hasReceived(has("pub")), "of the channel that was left");
    }

    @Test
    void whatCanBeNoChannelCanNotBeLeft() {
        assertEquals("102 unknown channel", backEnd.error("unsubscribe", "{\"user\":\"a\",\"channel\":\"nope:a\"}"));
    }

    @Test
    void withoutAChannelAllSubscriptionsEnd() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("plain:1");
        alice.subscribe("plain:2");

        done("unsubscribe", "{\"user\":\"alice\"}");

        alice.awaitPush(has("unsubscribe"));
        alice.awaitPush(has("unsubscribe"));
        assertEquals("{}", backEnd.result("channels", "{}").path("channels").toString());
    }

    @Test
    @Proves("C26")
    void aDisconnectHasTheCodeThatIsGivenOrElse3503() {
        JsonClient alice = gateway.connect("alice");
        JsonClient bob = gateway.connect("bob");
        JsonClient carol = gateway.connect("carol");

        done("disconnect", "{\"user\":\"alice\"}");
        done("disconnect", "{\"user\":\"bob\",\"disconnect\":{\"code\":4501,\"reason\":\"moved out\"}}");

        assertEquals("force disconnect", alice.expectClose(3503).reason());
        assertEquals("moved out", bob.expectClose(4501).reason());
        assertTrue(carol.isOpen());
    }

    @Test
    @Proves("A8")
    void whitelistedClientsStay() {
        JsonClient leaves = gateway.connect("alice");
        JsonClient stays = gateway.open();
        String id = stays.connect(Tokens.of("alice")).at("connect", "client").asText();

        done("disconnect", "{\"user\":\"alice\",\"whitelist\":[\"" + id + "\"]}");

        leaves.expectClose(3503);
        assertEquals(0, stays.subscribe("plain:a").errorCode());
    }

    @ParameterizedTest
    @Proves("A9")
    @ValueSource(strings = {"unsubscribe", "disconnect", "refresh"})
    void whoIsNotThereIsNoError(String method) {
        done(method, "{\"user\":\"nobody\",\"channel\":\"plain:a\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":2999,\"reason\":\"x\"}",
                "{\"code\":5000,\"reason\":\"x\"}",
                "{\"code\":4501,\"reason\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}"
            })
    void aCodeOrReasonThatNoCloseFrameCarriesIsAnError(String disconnect) {
        assertEquals(
                "107 bad request", backEnd.error("disconnect", "{\"user\":\"a\",\"disconnect\":" + disconnect + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\":\"a\"}                                                     | 107 bad request",
                "{\"user\":\"a\",\"channel\":\"nope:a\"}                              | 102 unknown channel",
                "{\"user\":\"a\",\"channel\":\"plain:a\",\"b64info\":\"%\"}           | 107 bad request",
                "{\"user\":\"a\",\"channel\":\"plain:a\",\"b64data\":\"%\"}           | 107 bad request"
            })
    void aSubscriptionThatMakesNoSenseIsAnError(String body, String error) {
        assertEquals(error, backEnd.error("subscribe", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"user\":\"alice\",\"expired\":true}", "{\"user\":\"alice\",\"expire_at\":1}"})
    void anExpiredConnectionEnds(String body) {
        JsonClient alice = gateway.connect("alice");

        done("refresh", body);

        alice.expectClose(3005);
    }

    @Test
    void aRefreshMovesTheExpiryAndTellsTheClient() {
        JsonClient alice = gateway.connect("alice");

        done("refresh", "{\"user\":\"alice\",\"expire_at\":" + (Instant.now().getEpochSecond() + 100) + "}");

        JsonMessage push = alice.awaitPush(has("refresh"));
        assertTrue(push.at("push", "refresh", "expires").asBoolean());
        int ttl = push.at("push", "refresh", "ttl").asInt();
        assertTrue(ttl > 60 && ttl <= 100, "ttl " + ttl);
    }

    /** Whether a push comes before the next publication in a channel of its own. */
    private boolean nextPush(JsonClient client) {
        client.subscribe("plain:marker");
        return client.hasReceived(has("subscribe"));
    }

    private void done(String method, String body) {
        assertEquals("{}", backEnd.result(method, body).toString());
    }

    private static Predicate<JsonMessage> has(String kind) {
        return message -> message.at("push").has(kind);
    }
}
