package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import com.google.protobuf.ByteString;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.RPCRequest;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.redis.Await;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remote calls to the worker of a channel: {@code method@channel}. The default policy decides about them. */
class WorkerRpcTest {
    private static final byte[] BINARY = {0, (byte) 0xff, 7};

    private final Map<String, Integer> messages = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final MetricRegistry registry = new MetricRegistry();

    @RegisterExtension
    final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.metricRegistry(registry).handler(this::handle));

    @AfterEach
    void releaseTheWorker() {
        released.countDown();
    }

    @Test
    void theChannelsWorkerAnswers() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"rpc\":{\"data\":{\"n\": 1.50}}}",
                alice.call("rpc", "{\"method\":\"echo@chat\",\"data\":{\"n\": 1.50}}")
                        .text());
        assertEquals(
                "{\"id\":3,\"rpc\":{\"data\":\"alice calls who in chat:1\"}}",
                alice.call("rpc", "{\"method\":\"who@chat:1\"}").text());
        assertEquals(
                "{\"id\":4,\"rpc\":{}}",
                alice.call("rpc", "{\"method\":\"any@chat\"}").text());
        assertEquals(
                "{\"id\":5,\"error\":{\"code\":400,\"message\":\"custom\",\"temporary\":true}}",
                alice.call("rpc", "{\"method\":\"fail@chat\"}").text());
        assertEquals(3, counted("success", ""));
        assertEquals(1, counted("rejected", "application"));
    }

    @Test
    void protobufClientsCallWithBytesAndGetBytes() {
        ProtobufClient alice = gateway.connectProtobuf("alice");

        assertArrayEquals(
                BINARY,
                alice.call(command -> command.setRpc(
                                RPCRequest.newBuilder().setMethod("echo@chat").setData(ByteString.copyFrom(BINARY))))
                        .getRpc()
                        .getData()
                        .toByteArray());
    }

    @Test
    void theMethodEndsAtTheFirstAtSign() {
        assertEquals(
                "\"alice calls who in chat:a@b\"",
                gateway.connect("alice")
                        .call("rpc", "{\"method\":\"who@chat:a@b\"}")
                        .at("rpc", "data")
                        .toString());
    }

    @Test
    void aCallKeepsItsPlaceAmongThePublicationsOfItsChannel() {
        JsonClient alice = gateway.connect("alice");

        for (int round = 0; round < 50; round++) {
            String channel = "chat:" + round;
            alice.raw()
                    .sendText(publish(1000 + 3 * round, channel)
                            + "\n{\"id\":" + (1001 + 3 * round) + ",\"rpc\":{\"method\":\"count@" + channel + "\"}}\n"
                            + publish(1002 + 3 * round, channel));

            assertEquals(
                    "1",
                    alice.awaitReply(1001 + 3 * round).at("rpc", "data").toString(),
                    "sees what was published before it, and not what was published after it");
        }
    }

    @Test
    void aCallIsNoPublicationForSubscribers() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("chat");

        alice.call("rpc", "{\"method\":\"echo@chat\",\"data\":{\"text\":\"hello\"}}");

        assertEquals(0, alice.publish("chat", "{\"text\":\"after\"}").errorCode());
        assertEquals(
                "after",
                alice.awaitPublication("chat").at("push", "pub", "data", "text").asText());
    }

    @Test
    void whatIsAskedAfterASlowCallIsAnsweredBeforeIt() {
        JsonClient alice = gateway.connect("alice");
        int slow = alice.send("rpc", "{\"method\":\"wait@chat:slow\"}");

        assertEquals(0, alice.publish("chat:slow", "{\"text\":\"a\"}").errorCode());
        assertEquals(0, alice.call("rpc", "{\"method\":\"any@chat:other\"}").errorCode());
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() == slow));

        released.countDown();
        assertEquals("\"waited\"", alice.awaitReply(slow).at("rpc", "data").toString());
    }

    @Test
    void anAnswerMayEndTheCallersConnection() {
        JsonClient alice = gateway.connect("alice");

        alice.send("rpc", "{\"method\":\"close@chat\"}");

        assertEquals("that is all", alice.expectClose(4501).reason());
    }

    @Test
    void binaryDataEndsAJsonClient() {
        JsonClient alice = gateway.connect("alice");

        alice.send("rpc", "{\"method\":\"binary@chat\"}");

        alice.expectClose(3506);
    }

    @ParameterizedTest
    @CsvSource({"any@forbidden", "any@user:bob", "any@user:"})
    void whoMayNotPublishMayNotCall(String method) {
        assertEquals(
                "{\"code\":103,\"message\":\"permission denied\"}",
                gateway.connect("alice")
                        .call("rpc", "{\"method\":\"" + method + "\"}")
                        .at("error")
                        .toString());
        assertEquals(1, counted("rejected", "permission_denied"));
    }

    @ParameterizedTest
    @CsvSource({"any@, 107", "any@chat:\\u0001, 107", "@chat, 104", "@, 104", "any, 108"})
    void aCallThatNamesNoMethodOrNoChannelIsRefused(String method, int code) {
        JsonClient alice = gateway.connect("alice");

        assertEquals(code, alice.call("rpc", "{\"method\":\"" + method + "\"}").errorCode());

        assertEquals(0, alice.subscribe("chat").errorCode());
    }

    @Test
    void aHandlerThatThrewIsCalledAgainAndItsNextAnswerCounts() {
        assertEquals(
                "2",
                gateway.connect("alice")
                        .call("rpc", "{\"method\":\"second@chat\"}")
                        .at("rpc", "data")
                        .toString());
    }

    @Test
    void aCallThatIsNotAnsweredInTimeIsATemporaryErrorAndItsLateAnswerIsCounted() {
        JsonClient alice = gateway.connect("alice");
        long asked = System.nanoTime();
        int slow = alice.send("rpc", "{\"method\":\"wait@chat:slow\"}");
        int broken = alice.send("rpc", "{\"method\":\"throw@chat:broken\"}");

        assertEquals(
                "{\"code\":100,\"message\":\"internal server error\",\"temporary\":true}",
                alice.awaitReply(slow).at("error").toString());
        assertEquals(100, alice.awaitReply(broken).errorCode());

        long millis = (System.nanoTime() - asked) / 1_000_000;
        assertTrue(millis >= 3_900, "given up after " + millis + " ms, before the command's 4 s were over");
        assertTrue(millis < 5_000, "given up after " + millis + " ms, when SDKs have stopped waiting");
        released.countDown();
        Await.until(
                "the late answer is counted",
                () -> registry.counter("gateway_worker_replies_refused_total").getCount() == 1);
        assertEquals(2, counted("error", "no_reply"));
        assertEquals(0, alice.call("rpc", "{\"method\":\"any@chat\"}").errorCode());
    }

    private long counted(String status, String reason) {
        return registry.counter("gateway_rpc_total{status=\"" + status + "\",reason=\"" + reason + "\"}")
                .getCount();
    }

    private static String publish(int id, String channel) {
        return "{\"id\":" + id + ",\"publish\":{\"channel\":\"" + channel + "\",\"data\":{\"text\":\"x\"}}}";
    }

    private void handle(ClientEvent event, EventContext context) throws InterruptedException {
        if (event instanceof ClientEvent.Message) {
            messages.merge(event.channel(), 1, Integer::sum);
        } else if (event instanceof ClientEvent.Rpc call) {
            answer(call, context);
        }
    }

    private void answer(ClientEvent.Rpc call, EventContext context) throws InterruptedException {
        switch (call.method()) {
            case "echo" -> context.reply(call.data());
            case "who" -> context.reply(json("\"" + call.source().userId() + " calls who in " + call.channel() + "\""));
            case "count" -> context.reply(json("" + messages.getOrDefault(call.channel(), 0)));
            case "fail" -> context.fail(new ErrorCode(400, "custom", true));
            case "close" -> context.answer(new RpcAnswer.Closed(new Disconnect(4501, "that is all")));
            case "binary" -> context.reply(Payload.binary(BINARY));
            case "wait" -> {
                released.await();
                context.reply(json("\"waited\""));
            }
            case "second" -> {
                if (!context.isRepeated()) {
                    throw new IllegalStateException("not at first");
                }
                context.reply(json("" + context.attempt()));
            }
            case "throw" -> throw new IllegalStateException("never");
            default -> {
                // Answered with no data.
            }
        }
    }

    private static Payload json(String text) {
        return Payload.json(text);
    }
}
