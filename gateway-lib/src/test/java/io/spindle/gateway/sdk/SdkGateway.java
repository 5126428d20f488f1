package io.spindle.gateway.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.NamespaceAuthenticator;
import io.spindle.gateway.policy.namespace.NamespaceOptions;
import io.spindle.gateway.policy.namespace.NamespacePolicy;
import io.spindle.gateway.protocol.UnsubscribeReason;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A gateway for SDKs: {@code chat} recovers, in {@code held} one needs a token. By remote calls they have it do to clients
 * what only a server does, which is all that SDKs in processes of their own can reach.
 */
final class SdkGateway {
    static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace(
                    "chat",
                    NamespaceOptions.builder()
                            .presence(true)
                            .joinLeave(true)
                            .forcePushJoinLeave(true)
                            .history(100, Duration.ofMinutes(5))
                            .forceRecovery(true)
                            .allowFossilDelta(true)
                            .deltaPublish(true)
                            .allowTagsFilter(true)
                            .allowSubscribeForClient(true)
                            .allowPublishForSubscriber(true)
                            .allowHistoryForSubscriber(true)
                            .allowPresenceForSubscriber(true)
                            .build())
            .namespace("held", NamespaceOptions.builder().build())
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayExtension extension = new GatewayExtension(this::configure);

    private SdkGateway() {}

    static GatewayExtension extension() {
        return new SdkGateway().extension;
    }

    private void configure(GatewayBuilder builder) {
        builder.authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                        .tokens(JwtAuthenticator.hmac(Tokens.SECRET))
                        .build())
                .channelPolicy(NamespacePolicy.builder(NAMESPACES)
                        .subscriptionTokens(SubscriptionTokens.builder()
                                .hmacSecret(Tokens.SECRET)
                                .build())
                        .build())
                .httpStream(true)
                .sse(true)
                .rpc("echo", (client, method, data) -> CompletableFuture.completedFuture(RpcAnswer.done(data)))
                .rpc("cut", answering(this::cut))
                .rpc("publish", answering(this::publish))
                .rpc("unsubscribe", answering(this::unsubscribe));
    }

    /** Drops the connections of a user without a close frame, and publishes before anybody can be back. */
    private CompletionStage<?> cut(JsonNode call) {
        extension.gateway().disconnect(call.path("user").asText(), Disconnect.CONNECTION_CLOSED);
        CompletionStage<?> published = CompletableFuture.completedFuture(null);
        for (JsonNode missed : call.path("missed")) {
            published =
                    published.thenCompose(before -> publish(call.path("channel").asText(), missed, Map.of()));
        }
        return published;
    }

    private CompletionStage<?> publish(JsonNode call) {
        Map<String, String> tags = new TreeMap<>();
        call.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return publish(call.path("channel").asText(), call.path("data"), tags);
    }

    private CompletionStage<?> publish(String channel, JsonNode data, Map<String, String> tags) {
        return extension
                .gateway()
                .channels()
                .publish(channel, Payload.json(data.toString()), PublishTerms.PLAIN.withTags(tags));
    }

    private CompletionStage<?> unsubscribe(JsonNode call) {
        return extension
                .gateway()
                .clients()
                .unsubscribe(
                        ClientSelector.user(call.path("user").asText()),
                        call.path("channel").asText(),
                        new UnsubscribeReason(call.path("code").asInt(), "asked for"));
    }

    private interface Order {
        CompletionStage<?> carryOut(JsonNode call);
    }

    private static RpcHandler answering(Order order) {
        return (client, method, data) -> {
            try {
                return order.carryOut(JSON.readTree(data.asText())).thenApply(done -> RpcAnswer.Done.NOTHING);
            } catch (JsonProcessingException e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }
}
