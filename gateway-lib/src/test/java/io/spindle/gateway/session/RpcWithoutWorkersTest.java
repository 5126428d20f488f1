package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.redis.RedisServerProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where no worker could answer, a call to one is not available; without any, it is a call like others. */
class RpcWithoutWorkersTest {
    private static final String NOT_AVAILABLE = "{\"code\":108,\"message\":\"not available\"}";

    @RegisterExtension
    static final RedisServerProcess server = new RedisServerProcess();

    @RegisterExtension
    final GatewayExtension noWorkers = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withDelivery(Delivery.RELAY))));

    @RegisterExtension
    final GatewayExtension broadcastOnly = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll()).handler((event, context) -> {}));

    @RegisterExtension
    final GatewayExtension overRedis = new GatewayExtension(builder -> builder.redis(server.url()));

    @RegisterExtension
    final GatewayExtension hostOnly = new GatewayExtension(builder -> builder.rpc((client, method, data) ->
            CompletableFuture.completedFuture(RpcAnswer.done(Payload.json("\"" + method + "\"")))));

    @Test
    void inAGatewayWithoutWorkers() {
        assertRefused(noWorkers.connect("alice"));
    }

    @Test
    void aHostWithoutWorkersMayHaveMethodsWithAnAtSign() {
        assertEquals(
                "\"users@get\"",
                hostOnly.connect("alice")
                        .call("rpc", "{\"method\":\"users@get\"}")
                        .at("rpc", "data")
                        .toString());
    }

    @Test
    void inAChannelThatNoWorkerHasAPartIn() {
        assertRefused(broadcastOnly.connect("alice"));
    }

    @Test
    void withWorkersOnRedisThatKnowMessagesJoinsAndLeavesOnly() {
        server.command("ZADD", "workers:active", "1", "worker-0");
        JsonClient alice = overRedis.connect("alice");

        assertRefused(alice);

        assertEquals(List.of(), server.payloads("worker-0"));
        assertEquals(0, alice.publish("chat", "{\"text\":\"hello\"}").errorCode());
        assertEquals(1, server.payloads("worker-0").size());
    }

    private static void assertRefused(JsonClient client) {
        assertEquals(
                NOT_AVAILABLE,
                client.call("rpc", "{\"method\":\"any@chat\"}").at("error").toString());
    }
}
