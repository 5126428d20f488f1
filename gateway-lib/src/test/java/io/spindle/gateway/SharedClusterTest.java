package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.client.ChannelPush;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two gateways of one process that are built with the same cluster are one to their clients. */
class SharedClusterTest {
    private final MemoryCluster cluster = new MemoryCluster();
    private final AllowAll policy = new AllowAll(ChannelOptions.BROADCAST.withJoinLeave(true));

    @RegisterExtension
    final GatewayExtension east =
            new GatewayExtension(builder -> builder.cluster(cluster).channelPolicy(policy));

    @RegisterExtension
    final GatewayExtension west =
            new GatewayExtension(builder -> builder.cluster(cluster).channelPolicy(policy));

    @RegisterExtension
    final GatewayExtension apart = new GatewayExtension(builder -> builder.channelPolicy(policy));

    @Test
    void whatIsPublishedAtOneReachesSubscribersOfBoth() {
        ProtocolClient alice = subscriber(east, "alice");
        ProtocolClient bob = subscriber(west, "bob");
        assertEquals("alice", next(alice).user(), "her own join");
        assertEquals("bob", next(alice).user());
        assertEquals("bob", next(bob).user(), "his own join");

        alice.publish("news", "1");
        bob.publish("news", "2");
        east.gateway().publish("news", Payload.json("3"));

        for (String data : new String[] {"1", "2", "3"}) {
            assertEquals(data, next(alice).data());
            assertEquals(data, next(bob).data());
        }
    }

    @Test
    void whenOneClosesTheOtherGoesOn() {
        ProtocolClient bob = subscriber(west, "bob");
        next(bob);
        ProtocolClient alice = subscriber(east, "alice");
        assertEquals(ChannelPush.Kind.JOIN, next(bob).kind());

        east.gateway().close();

        assertEquals("alice", next(bob).user(), "her leave");
        alice.expectClose(3001);
        assertEquals(0, bob.publish("news", "1"));
        assertEquals("1", next(bob).data());
    }

    @Test
    void aGatewayWithItsOwnClusterHearsNothing() {
        ProtocolClient carol = subscriber(apart, "carol");
        next(carol);

        subscriber(east, "alice").publish("news", "1");
        carol.publish("news", "2");

        assertEquals("2", next(carol).data());
    }

    private static ProtocolClient subscriber(GatewayExtension gateway, String user) {
        ProtocolClient client = gateway.connect(Encoding.JSON, user);
        assertEquals(0, client.subscribe("news"));
        return client;
    }

    private static ChannelPush next(ProtocolClient client) {
        return client.awaitPush("news");
    }
}
