package io.spindle.gateway.policy;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The policy of a gateway that is given no other. {@code chat} and {@code chat:} with anything after it are for every
 * user, {@code user:{userId}} for that user alone, all else for nobody. A publication is a JSON object with a {@code
 * text} that is not empty and not too long; who may publish may call the channel's worker, with any data. Presence is for
 * subscribers; there is no history.
 *
 * <p>Channels keep presence, tell join and leave to every subscriber, and belong to the default pool of workers.
 * Immutable.
 */
public final class DefaultChannelPolicy implements ChannelPolicy, NonBlocking {
    /** The name by which it is chosen; no plugin can have it. */
    public static final String NAME = "default";

    private static final String CHAT = "chat";
    private static final String CHAT_PREFIX = "chat:";
    private static final String USER_PREFIX = "user:";

    // A decision for each refusal, made once: hostile clients ask for them as fast as they can.
    private static final CompletionStage<Decision> NOT_YOUR_CHANNEL =
            stage(Decision.permissionDenied("neither a chat channel nor the user's own"));
    private static final CompletionStage<Decision> SUBSCRIBERS_ONLY =
            stage(Decision.permissionDenied("presence is for subscribers"));
    private static final CompletionStage<Decision> NOT_THERE =
            stage(Decision.notAvailable("neither history nor anything else beside chat, presence and calls"));
    private static final CompletionStage<Decision> NO_DATA = badRequest("no_data", "the publication is empty");
    private static final CompletionStage<Decision> INVALID_JSON = badRequest("invalid_json", "not a JSON object");
    private static final CompletionStage<Decision> MISSING_TEXT =
            badRequest("missing_text", "no string \"text\" that is not empty");

    private final int maxTextLength;
    private final CompletionStage<Decision> allowed;
    private final Optional<ChannelOptions> described;
    private final CompletionStage<Decision> textTooLong;

    /**
     * With workers: publications go to the channel's worker, then to its subscribers.
     *
     * @param maxTextLength the longest {@code text}, in code points after trimming; positive
     */
    public DefaultChannelPolicy(int maxTextLength) {
        this(maxTextLength, Delivery.RELAY);
    }

    private DefaultChannelPolicy(int maxTextLength, Delivery delivery) {
        if (maxTextLength < 1) {
            throw new IllegalArgumentException("maxTextLength: " + maxTextLength + " (expected: 1 or more)");
        }
        this.maxTextLength = maxTextLength;
        ChannelOptions options = ChannelOptions.BROADCAST
                .withDelivery(delivery)
                .withPresence(true)
                .withJoinLeave(true);
        this.allowed = stage(Decision.allow(options));
        this.described = Optional.of(options);
        this.textTooLong = badRequest("text_too_long", "more than " + maxTextLength + " code points of text");
    }

    /** The same rules; {@link Delivery#NONE} for a gateway that has no workers. */
    public DefaultChannelPolicy withDelivery(Delivery delivery) {
        return new DefaultChannelPolicy(maxTextLength, delivery);
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        if (action instanceof ChannelAction.Presence presence) {
            return presence.subscribed() ? allowed : SUBSCRIBERS_ONLY;
        }
        boolean concernsMembers = action instanceof ChannelAction.Subscribe
                || action instanceof ChannelAction.Publish
                || action instanceof ChannelAction.Call;
        if (!concernsMembers) {
            return NOT_THERE;
        }
        if (!isFor(client, channel)) {
            return NOT_YOUR_CHANNEL;
        }
        return action instanceof ChannelAction.Publish publish ? decideOn(publish.data()) : allowed;
    }

    /** Every channel is like those of clients. */
    @Override
    public Optional<ChannelOptions> options(String channel) {
        return described;
    }

    private static boolean isFor(ConnectedClient client, String channel) {
        if (channel.startsWith(USER_PREFIX)) {
            return !client.isAnonymous()
                    && channel.length()
                            == USER_PREFIX.length() + client.userId().length()
                    && channel.endsWith(client.userId());
        }
        return channel.equals(CHAT) || channel.startsWith(CHAT_PREFIX);
    }

    private CompletionStage<Decision> decideOn(Payload data) {
        MessageText read = MessageText.of(data);
        if (read instanceof MessageText.Found found) {
            return decideOn(found.text());
        }
        return read == MessageText.Absent.NO_DATA
                ? NO_DATA
                : read == MessageText.Absent.NO_OBJECT ? INVALID_JSON : MISSING_TEXT;
    }

    private CompletionStage<Decision> decideOn(String text) {
        if (text.isEmpty()) {
            return MISSING_TEXT;
        }
        // There are never more code points than chars: the count is needed for long texts only.
        boolean fits = text.length() <= maxTextLength || text.codePointCount(0, text.length()) <= maxTextLength;
        return fits ? allowed : textTooLong;
    }

    private static CompletionStage<Decision> badRequest(String reason, String explanation) {
        return stage(Decision.deny(ErrorCode.BAD_REQUEST, reason, explanation));
    }

    private static CompletionStage<Decision> stage(Decision decision) {
        return CompletableFuture.completedFuture(decision);
    }
}
