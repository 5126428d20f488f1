package io.spindle.examples.policy;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Rooms of teams: {@code team:red} is for the members of team red, and who publishes there must be in the room. Immutable.
 */
final class TeamPolicy implements ChannelPolicy {
    private static final String PREFIX = "team:";
    private static final ChannelOptions ROOM = ChannelOptions.BROADCAST
            .withDelivery(Delivery.RELAY)
            .withPresence(true)
            .withJoinLeave(true);

    private final Map<String, Set<String>> membersByTeam;

    TeamPolicy(Map<String, Set<String>> membersByTeam) {
        this.membersByTeam = Map.copyOf(membersByTeam);
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        return CompletableFuture.completedFuture(decideNow(client, channel, action));
    }

    private Decision decideNow(ConnectedClient client, String channel, ChannelAction action) {
        if (!channel.startsWith(PREFIX)) {
            return Decision.permissionDenied("not a room of a team");
        }
        if (!membersByTeam
                .getOrDefault(channel.substring(PREFIX.length()), Set.of())
                .contains(client.userId())) {
            return Decision.permissionDenied("not a member of the team");
        }
        if (action instanceof ChannelAction.Publish publish && !publish.subscribed()) {
            return Decision.permissionDenied("not in the room");
        }
        return Decision.allow(ROOM);
    }
}
