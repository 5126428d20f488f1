package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelAction.History;
import io.spindle.gateway.api.channel.ChannelAction.Presence;
import io.spindle.gateway.api.channel.ChannelAction.Publish;
import io.spindle.gateway.api.channel.ChannelAction.Subscribe;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyContract;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultChannelPolicyTest extends ChannelPolicyContract {
    private static final int MAX_TEXT_LENGTH = 10;
    private static final Subscribe SUBSCRIBE = new Subscribe("", Optional.empty());

    private final DefaultChannelPolicy policy = new DefaultChannelPolicy(MAX_TEXT_LENGTH);

    @Override
    protected ChannelPolicy policy() {
        return policy;
    }

    @Override
    protected ConnectedClient client() {
        return user("42");
    }

    @Override
    protected String openChannel() {
        return "chat:room-1";
    }

    @Override
    protected String closedChannel() {
        return "news";
    }

    private static ConnectedClient user(String userId) {
        return new ConnectedClient(userId, "c1", "Alice", true, Optional.empty());
    }

    private void assertAllowed(String userId, String channel, ChannelAction action) throws Exception {
        assertInstanceOf(Decision.Allow.class, decide(user(userId), channel, action), channel);
    }

    private void assertDenied(ErrorCode error, String reason, String userId, String channel, ChannelAction action)
            throws Exception {
        Decision.Deny deny = assertInstanceOf(Decision.Deny.class, decide(user(userId), channel, action), channel);
        assertEquals(error, deny.error());
        assertEquals(reason, deny.reason());
    }

    private static Publish publish(String json) {
        return new Publish(Payload.json(json), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "chat:", "chat:room-1", "chat:大厅", "chat:a/b", "chat:user:7", "chat::"})
    void chatIsForEveryUser(String channel) throws Exception {
        assertAllowed("42", channel, SUBSCRIBE);
        assertAllowed("", channel, SUBSCRIBE);
        assertAllowed("42", channel, publish("{\"text\":\"hi\"}"));
        assertAllowed("", channel, publish("{\"text\":\"hi\"}"));
    }

    @Test
    void aUsersChannelIsForThatUserAlone() throws Exception {
        assertAllowed("42", "user:42", SUBSCRIBE);
        assertAllowed("42", "user:42", publish("{\"text\":\"hi\"}"));
        assertAllowed("a:b", "user:a:b", SUBSCRIBE);

        for (String other : new String[] {"user:4", "user:422", "user:142", "user:", "user", "user:42:", "User:42"}) {
            assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", other, SUBSCRIBE);
            assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", other, publish("{\"text\":\"hi\"}"));
        }
    }

    @Test
    void theChannelOfAnEmptyUserIsForNobody() throws Exception {
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "", "user:", SUBSCRIBE);
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", "user:", SUBSCRIBE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "chatter", "Chat", "chat.room", " chat", "chat ", "$chat", "42", ":chat"})
    void allElseIsForNobody(String channel) throws Exception {
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", channel, SUBSCRIBE);
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", channel, publish("x"));
    }

    @Test
    void channelsKeepPresenceTellEveryoneAndBelongToTheDefaultPool() throws Exception {
        Decision relay = Decision.allow(options(Delivery.RELAY));

        assertEquals(relay, decide(user("42"), "chat", SUBSCRIBE));
        assertEquals(relay, decide(user("42"), "user:42", publish("{\"text\":\"hi\"}")));
        assertEquals(relay, decide(user("42"), "chat", new Presence(true)));
    }

    @Test
    void withoutWorkersNothingIsRouted() {
        Decision.Allow allow = (Decision.Allow) policy.withDelivery(Delivery.NONE)
                .decide(user("42"), "chat", SUBSCRIBE)
                .toCompletableFuture()
                .join();

        assertEquals(options(Delivery.NONE), allow.options());
    }

    private static ChannelOptions options(Delivery delivery) {
        return ChannelOptions.BROADCAST
                .withDelivery(delivery)
                .withPresence(true)
                .withJoinLeave(true);
    }

    @Test
    void presenceIsForSubscribers() throws Exception {
        assertAllowed("42", "chat", new Presence(true));
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", "chat", new Presence(false));
        assertDenied(ErrorCode.PERMISSION_DENIED, "permission_denied", "42", "news", new Presence(false));
    }

    @Test
    void thereIsNoHistory() throws Exception {
        assertDenied(ErrorCode.NOT_AVAILABLE, "not_available", "42", "chat", new History(true));
        assertDenied(ErrorCode.NOT_AVAILABLE, "not_available", "42", "user:42", new History(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "x",
                "[]",
                "[{\"text\":\"a\"}]",
                "\"text\"",
                "7",
                "null",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"},"
            })
    void dataThatIsNoJsonObjectIsABadRequest(String data) throws Exception {
        assertDenied(ErrorCode.BAD_REQUEST, "invalid_json", "42", "chat", publish(data));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\" \\t\\n\\u2003 \"}",
                "{\"text\":7}",
                "{\"text\":null}",
                "{\"text\":[\"a\"]}",
                "{\"text\":{\"text\":\"a\"}}",
                "{\"Text\":\"a\"}",
                "{\"a\":{\"text\":\"a\"}}",
                "{\"text\":\"a\",\"text\":7}"
            })
    void anObjectWithoutATextIsABadRequest(String data) throws Exception {
        assertDenied(ErrorCode.BAD_REQUEST, "missing_text", "42", "chat", publish(data));
    }

    @Test
    void noDataIsABadRequest() throws Exception {
        assertDenied(ErrorCode.BAD_REQUEST, "no_data", "42", "chat", publish(""));
        assertDenied(ErrorCode.BAD_REQUEST, "no_data", "42", "chat", new Publish(Payload.binary(new byte[0]), true));
    }

    @Test
    void binaryDataIsABadRequest() throws Exception {
        assertDenied(
                ErrorCode.BAD_REQUEST,
                "invalid_json",
                "42",
                "chat",
                new Publish(Payload.binary(new byte[] {1, 2}), true));
    }

    @Test
    void textIsCountedInCodePointsAfterTrimming() throws Exception {
        assertAllowed("42", "chat", publish("{\"text\":\"0123456789\"}"));
        assertAllowed("42", "chat", publish("{\"text\":\"   0123456789\\u3000\\u00a0\"}"));
        assertAllowed("42", "chat", publish("{\"text\":\"" + "😀".repeat(10) + "\"}"));

        assertDenied(ErrorCode.BAD_REQUEST, "text_too_long", "42", "chat", publish("{\"text\":\"01234567890\"}"));
        assertDenied(ErrorCode.BAD_REQUEST, "text_too_long", "42", "chat", publish("{\"text\":\"01234 67890\"}"));
        assertDenied(
                ErrorCode.BAD_REQUEST,
                "text_too_long",
                "42",
                "chat",
                publish("{\"text\":\"" + "😀".repeat(11) + "\"}"));
    }

    @Test
    void aLimitBelowOneIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new DefaultChannelPolicy(0))
                .getMessage();

        assertTrue(message.startsWith("maxTextLength: 0 "), message);
    }
}
