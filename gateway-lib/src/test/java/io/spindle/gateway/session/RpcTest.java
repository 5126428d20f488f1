package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.guard.NonBlocking;
import io.spindle.gateway.redis.Await;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remote calls that the host answers. */
class RpcTest {
    private static final byte[] BINARY = {0, (byte) 0xff, 7};

    private final Map<String, CompletableFuture<RpcAnswer>> held = new ConcurrentHashMap<>();

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .rpc("echo", answering((client, method, data) -> RpcAnswer.done(data)))
            .rpc(
                    "who",
                    answering((client, method, data) ->
                            RpcAnswer.done(Payload.json("\"" + client.userId() + " calls " + method + "\""))))
            .rpc("thread", new OnWhichThread())
            .rpc("nothing", answering((client, method, data) -> RpcAnswer.Done.NOTHING))
            .rpc("binary", answering((client, method, data) -> RpcAnswer.done(Payload.binary(BINARY))))
            .rpc("lines", answering((client, method, data) -> RpcAnswer.done(Payload.json("{\n  \"a\": 1\n}\n"))))
            .rpc(
                    "custom",
                    answering((client, method, data) -> new RpcAnswer.Failed(new ErrorCode(400, "custom", true))))
            .rpc(
                    "close",
                    answering((client, method, data) -> new RpcAnswer.Closed(new Disconnect(4501, "that is all"))))
            .rpc(
                    "slow",
                    (client, method, data) -> held.computeIfAbsent(data.asText(), name -> new CompletableFuture<>())));

    @Test
    void theAnswersDataIsTheReplyAsItIs() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"rpc\":{\"data\":{\"n\": 1.50}}}",
                alice.call("rpc", "{\"method\":\"echo\",\"data\":{\"n\": 1.50}}")
                        .text());
        assertEquals(
                "{\"id\":3,\"rpc\":{\"data\":\"alice calls who\"}}",
                alice.call("rpc", "{\"method\":\"who\"}").text());
    }

    @ParameterizedTest
    @CsvSource({"nothing", "echo"})
    @Proves("P8")
    void anAnswerWithoutDataIsAnEmptyResult(String method) {
        assertEquals(
                "{\"id\":2,\"rpc\":{}}",
                gateway.connect("alice")
                        .call("rpc", "{\"method\":\"" + method + "\"}")
                        .text());
    }

    @Test
    void jsonOfSeveralLinesDoesNotBreakTheFrame() {
        assertEquals(
                "{\"id\":2,\"rpc\":{\"data\":{  \"a\": 1}}}",
                gateway.connect("alice").call("rpc", "{\"method\":\"lines\"}").text());
    }

    @Test
    void protobufClientsCallWithBytesAndGetBytes() {
        ProtobufClient alice = gateway.connectProtobuf("alice");

        assertArrayEquals(BINARY, call(alice, "echo", BINARY).getRpc().getData().toByteArray());
        assertArrayEquals(
                BINARY, call(alice, "binary", new byte[0]).getRpc().getData().toByteArray());
        assertTrue(call(alice, "nothing", new byte[0]).hasRpc());
        assertEquals(
                Protocol.Error.newBuilder()
                        .setCode(400)
                        .setMessage("custom")
                        .setTemporary(true)
                        .build(),
                call(alice, "custom", new byte[0]).getError());
    }

    @Test
    @Proves("P7")
    void anErrorOfTheApplicationArrivesUnchanged() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"error\":{\"code\":400,\"message\":\"custom\",\"temporary\":true}}",
                alice.call("rpc", "{\"method\":\"custom\",\"data\":{}}").text());
        assertEquals(0, alice.subscribe("still-here").errorCode());
    }

    @ParameterizedTest
    @CsvSource({"nope", "''", "Echo"})
    @Proves("P6")
    void aMethodThatNobodyAnswersIsNotFound(String method) {
        assertEquals(
                "{\"id\":2,\"error\":{\"code\":104,\"message\":\"method not found\"}}",
                gateway.connect("alice")
                        .call("rpc", "{\"method\":\"" + method + "\",\"data\":{}}")
                        .text());
    }

    @Test
    void anAnswerMayEndTheConnection() {
        JsonClient alice = gateway.connect("alice");

        alice.send("rpc", "{\"method\":\"close\"}");

        assertEquals("that is all", alice.expectClose(4501).reason());
    }

    @Test
    void binaryDataEndsAJsonClient() {
        JsonClient alice = gateway.connect("alice");

        alice.send("rpc", "{\"method\":\"binary\"}");

        alice.expectClose(3506);
    }

    @Test
    @Proves("C13")
    void aSlowCallIsOvertakenByWhatIsAskedAfterIt() {
        JsonClient alice = gateway.connect("alice");

        alice.raw()
                .sendText("{\"id\":12,\"rpc\":{\"method\":\"slow\",\"data\":1}}\n"
                        + "{\"id\":13,\"rpc\":{\"method\":\"echo\",\"data\":2}}\n"
                        + "{\"id\":14,\"subscribe\":{\"channel\":\"x\"}}");

        assertEquals("2", alice.awaitReply(13).at("rpc", "data").toString());
        assertEquals(0, alice.awaitReply(14).errorCode());
        assertFalse(alice.hasReceived(message -> message.at("id").asInt() == 12));
        held.get("1").complete(RpcAnswer.done(Payload.json("\"slow\"")));
        assertEquals(
                "{\"id\":12,\"rpc\":{\"data\":\"slow\"}}", alice.awaitReply(12).text());
    }

    @Test
    void callsOfOneClientAreAnsweredAtTheSameTime() {
        JsonClient alice = gateway.connect("alice");
        int first = alice.send("rpc", "{\"method\":\"slow\",\"data\":1}");
        int second = alice.send("rpc", "{\"method\":\"slow\",\"data\":2}");

        Await.until("both are asked", () -> held.size() == 2);
        held.get("2").complete(RpcAnswer.Done.NOTHING);
        assertEquals(0, alice.awaitReply(second).errorCode());
        held.get("1").complete(RpcAnswer.Done.NOTHING);
        assertEquals(0, alice.awaitReply(first).errorCode());
    }

    @Test
    void aHandlerThatNeverBlocksIsAskedOnTheReadingThread() {
        String thread = gateway.connect("alice")
                .call("rpc", "{\"method\":\"thread\"}")
                .at("rpc", "data")
                .asText();

        assertFalse(thread.startsWith("spindle-callback"), thread);
    }

    private static Protocol.Reply call(ProtobufClient client, String method, byte[] data) {
        return client.call(command -> command.setRpc(
                Protocol.RPCRequest.newBuilder().setMethod(method).setData(ByteString.copyFrom(data))));
    }

    private static RpcHandler answering(Answering answering) {
        return (client, method, data) -> CompletableFuture.completedFuture(answering.answer(client, method, data));
    }

    private interface Answering {
        RpcAnswer answer(ConnectedClient client, String method, Payload data);
    }

    private static final class OnWhichThread implements RpcHandler, NonBlocking {
        @Override
        public CompletionStage<RpcAnswer> call(ConnectedClient client, String method, Payload data) {
            String thread = Thread.currentThread().getName();
            return CompletableFuture.completedFuture(RpcAnswer.done(Payload.json("\"" + thread + "\"")));
        }
    }
}
