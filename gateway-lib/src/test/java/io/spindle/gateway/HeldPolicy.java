package io.spindle.gateway;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.redis.Await;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A policy that does not decide about channels that begin with {@code held} before it is told to; others it allows. */
public final class HeldPolicy implements ChannelPolicy {
    private final Map<String, CompletableFuture<Decision>> held = new ConcurrentHashMap<>();
    private final Decision decision;

    public HeldPolicy(Decision decision) {
        this.decision = decision;
    }

    /** Decides about a channel once it is asked, and from then on. */
    public void release(String channel) {
        awaitAsked(channel);
        held.get(channel).complete(decision);
    }

    public void awaitAsked(String channel) {
        Await.until("policy asked about " + channel, () -> held.containsKey(channel));
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        return channel.startsWith("held")
                ? held.computeIfAbsent(channel, name -> new CompletableFuture<>())
                : CompletableFuture.completedFuture(decision);
    }
}
