package io.spindle.examples.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyProvider;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TeamPolicyTest {
    private static final ChannelAction SUBSCRIBE = new ChannelAction.Subscribe("", Optional.empty());
    private static final Payload TEXT = Payload.json("{\"text\":\"hello\"}");

    private final ChannelPolicyProvider provider =
            ServiceLoader.load(ChannelPolicyProvider.class).findFirst().orElseThrow();
    private final ChannelPolicy policy = provider.create(Map.of("red", "alice bob", "blue", "carol"));

    @Test
    void theJarOffersThePolicyByName() {
        assertEquals("teams", provider.name());
    }

    @Test
    void membersMaySubscribe() {
        assertInstanceOf(Decision.Allow.class, decide("bob", "team:red", SUBSCRIBE));
    }

    @Test
    void membersOfOtherTeamsMayNot() {
        assertDenied(decide("carol", "team:red", SUBSCRIBE));
    }

    @Test
    void anonymousClientsAndUnknownRoomsAreRefused() {
        assertDenied(decide("", "team:red", SUBSCRIBE));
        assertDenied(decide("alice", "team:green", SUBSCRIBE));
        assertDenied(decide("alice", "chat", SUBSCRIBE));
    }

    @Test
    void onlyThoseInTheRoomMayPublish() {
        assertInstanceOf(Decision.Allow.class, decide("alice", "team:red", new ChannelAction.Publish(TEXT, true)));
        assertDenied(decide("alice", "team:red", new ChannelAction.Publish(TEXT, false)));
    }

    @Test
    void withoutTeamsOrWithATeamOfNobodyTheStartFails() {
        assertThrows(IllegalArgumentException.class, () -> provider.create(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> provider.create(Map.of("red", " ")));
    }

    private Decision decide(String user, String channel, ChannelAction action) {
        ConnectedClient client = new ConnectedClient(user, "c1", user, true, Optional.empty());
        return policy.decide(client, channel, action).toCompletableFuture().join();
    }

    private static void assertDenied(Decision decision) {
        assertEquals(
                ErrorCode.PERMISSION_DENIED,
                assertInstanceOf(Decision.Deny.class, decision).error());
    }
}
