package io.spindle.examples.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyContract;
import io.spindle.gateway.api.channel.ChannelPolicyProvider;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The rules of the teams; the contract brings the tests that every policy must pass. */
class TeamPolicyTest extends ChannelPolicyContract {
    private static final ChannelAction SUBSCRIBE = new ChannelAction.Subscribe("", Optional.empty());
    private static final Payload TEXT = Payload.json("{\"text\":\"hello\"}");

    private final ChannelPolicyProvider provider =
            ServiceLoader.load(ChannelPolicyProvider.class).findFirst().orElseThrow();
    private final ChannelPolicy policy = provider.create(Map.of("red", "alice bob", "blue", "carol"));

    @Override
    protected ChannelPolicy policy() {
        return policy;
    }

    @Override
    protected ConnectedClient client() {
        return client("alice");
    }

    @Override
    protected String openChannel() {
        return "team:red";
    }

    @Override
    protected String closedChannel() {
        return "team:blue";
    }

    @Test
    void theJarOffersThePolicyByName() {
        assertEquals("teams", provider.name());
    }

    @Test
    void membersOfOtherTeamsMayNot() throws Exception {
        assertDenied(decide(client("carol"), "team:red", SUBSCRIBE));
    }

    @Test
    void anonymousClientsAndUnknownRoomsAreRefused() throws Exception {
        assertDenied(decide(client(""), "team:red", SUBSCRIBE));
        assertDenied(decide(client("alice"), "team:green", SUBSCRIBE));
        assertDenied(decide(client("alice"), "chat", SUBSCRIBE));
    }

    @Test
    void onlyThoseInTheRoomMayPublish() throws Exception {
        assertInstanceOf(
                Decision.Allow.class, decide(client("alice"), "team:red", new ChannelAction.Publish(TEXT, true)));
        assertDenied(decide(client("alice"), "team:red", new ChannelAction.Publish(TEXT, false)));
    }

    @Test
    void withoutTeamsOrWithATeamOfNobodyTheStartFails() {
        assertThrows(IllegalArgumentException.class, () -> provider.create(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> provider.create(Map.of("red", " ")));
    }

    private static ConnectedClient client(String user) {
        return new ConnectedClient(user, "c1", user, true, Optional.empty());
    }

    private static void assertDenied(Decision decision) {
        assertEquals(
                ErrorCode.PERMISSION_DENIED,
                assertInstanceOf(Decision.Deny.class, decision).error());
    }
}
