package io.spindle.gateway.protocol.protobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the official Java SDK's generated classes write is read, and what is written they read, to the byte. */
class ProtobufAgainstSdkTest {
    private static final Optional<Payload> JSON = Optional.of(Payload.json("{\"a\": 1}"));
    private static final ByteString JSON_BYTES = ByteString.copyFromUtf8("{\"a\": 1}");

    @Test
    void commandsOfTheSdkAreRead() {
        assertRead(
                new Command.Connect(
                        1,
                        "t",
                        JSON,
                        Map.of("s", new Command.Resume(Optional.of(new StreamPosition(-1, "e")), "")),
                        "java",
                        "0.4",
                        Map.of()),
                command(1)
                        .setConnect(Protocol.ConnectRequest.newBuilder()
                                .setToken("t")
                                .setData(JSON_BYTES)
                                .setName("java")
                                .setVersion("0.4")
                                .putSubs(
                                        "s",
                                        Protocol.SubscribeRequest.newBuilder()
                                                .setRecover(true)
                                                .setEpoch("e")
                                                .setOffset(-1)
                                                .build())));
        assertRead(
                new Command.Subscribe(
                        -1,
                        "ü😀",
                        "t",
                        JSON,
                        Optional.of(new StreamPosition(7, "e")),
                        true,
                        true,
                        true,
                        "",
                        Optional.empty(),
                        0,
                        0),
                command(-1)
                        .setSubscribe(Protocol.SubscribeRequest.newBuilder()
                                .setChannel("ü😀")
                                .setToken("t")
                                .setRecover(true)
                                .setEpoch("e")
                                .setOffset(7)
                                .setData(JSON_BYTES)
                                .setPositioned(true)
                                .setRecoverable(true)
                                .setJoinLeave(true)));
        assertRead(
                new Command.Unsubscribe(3, "c"),
                command(3)
                        .setUnsubscribe(Protocol.UnsubscribeRequest.newBuilder().setChannel("c")));
        assertRead(
                new Command.Publish(4, "c", JSON.get(), 0),
                command(4)
                        .setPublish(Protocol.PublishRequest.newBuilder()
                                .setChannel("c")
                                .setData(JSON_BYTES)));
        assertRead(
                new Command.Presence(5, "c"),
                command(5).setPresence(Protocol.PresenceRequest.newBuilder().setChannel("c")));
        assertRead(
                new Command.PresenceStats(6, "c"),
                command(6)
                        .setPresenceStats(
                                Protocol.PresenceStatsRequest.newBuilder().setChannel("c")));
        assertRead(
                new Command.History(7, "c", -1, Optional.of(new StreamPosition(1, "e")), true),
                command(7)
                        .setHistory(Protocol.HistoryRequest.newBuilder()
                                .setChannel("c")
                                .setLimit(-1)
                                .setSince(Protocol.StreamPosition.newBuilder()
                                        .setOffset(1)
                                        .setEpoch("e"))
                                .setReverse(true)));
        assertRead(
                new Command.Rpc(8, "m", JSON.get()),
                command(8)
                        .setRpc(Protocol.RPCRequest.newBuilder().setMethod("m").setData(JSON_BYTES)));
        assertRead(
                new Command.Send(9, JSON.get()),
                command(9).setSend(Protocol.SendRequest.newBuilder().setData(JSON_BYTES)));
        assertRead(
                new Command.Refresh(10, "t"),
                command(10).setRefresh(Protocol.RefreshRequest.newBuilder().setToken("t")));
        assertRead(
                new Command.SubRefresh(11, "c", "t", 0),
                command(11)
                        .setSubRefresh(Protocol.SubRefreshRequest.newBuilder()
                                .setChannel("c")
                                .setToken("t")));
        assertRead(new Command.Empty(12), command(12).setPing(Protocol.PingRequest.getDefaultInstance()));
        assertRead(new Command.Empty(0), command(0));
    }

    @Test
    void resultsAreReadByTheSdk() {
        assertWritten(
                reply().setConnect(Protocol.ConnectResult.newBuilder()
                        .setClient("c")
                        .setVersion("v")
                        .setExpires(true)
                        .setTtl(-1)
                        .setData(JSON_BYTES)
                        .setPing(25)
                        .setPong(true)),
                new Result.Connect("c", "v", true, -1, JSON, Map.of(), 25, true, "", "", 0));
        assertWritten(
                reply().setSubscribe(Protocol.SubscribeResult.newBuilder()
                        .setData(JSON_BYTES)
                        .setWasRecovering(true)),
                new Result.Subscribe(false, 0, false, false, StreamPosition.ZERO, List.of(), false, true, JSON, false));
        assertWritten(
                reply().setSubscribe(Protocol.SubscribeResult.getDefaultInstance()),
                new Result.Subscribe(
                        false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, Optional.empty(), false));
        assertWritten(
                reply().setUnsubscribe(Protocol.UnsubscribeResult.getDefaultInstance()), new Result.Unsubscribe());
        assertWritten(reply().setPublish(Protocol.PublishResult.getDefaultInstance()), new Result.Publish());
        assertWritten(
                reply().setPresence(Protocol.PresenceResult.newBuilder().putPresence("c1", sdkInfo())),
                new Result.Presence(Map.of("c1", info())));
        assertWritten(
                reply().setPresenceStats(Protocol.PresenceStatsResult.newBuilder()
                        .setNumClients(300)
                        .setNumUsers(2)),
                new Result.PresenceStats(300, 2));
        assertWritten(
                reply().setRefresh(Protocol.RefreshResult.newBuilder()
                        .setExpires(true)
                        .setTtl(60)),
                new Result.Refresh(true, 60));
    }

    @Test
    void subscriptionsAreReadByTheSdk() {
        Result.Subscribe recovered = new Result.Subscribe(
                true,
                -1,
                true,
                true,
                new StreamPosition(-1, "epöch"),
                List.of(publication(2), publication(300), publication(Long.MIN_VALUE)),
                true,
                true,
                JSON,
                false);
        Protocol.SubscribeResult expected = Protocol.SubscribeResult.newBuilder()
                .setExpires(true)
                .setTtl(-1)
                .setRecoverable(true)
                .setEpoch("epöch")
                .addPublications(sdkPublication(2))
                .addPublications(sdkPublication(300))
                .addPublications(sdkPublication(Long.MIN_VALUE))
                .setRecovered(true)
                .setOffset(-1)
                .setPositioned(true)
                .setData(JSON_BYTES)
                .setWasRecovering(true)
                .build();

        assertWritten(reply().setSubscribe(expected), recovered);
        assertWritten(
                reply().setConnect(Protocol.ConnectResult.newBuilder()
                        .setClient("c")
                        .setVersion("v")
                        .putSubs("ü", expected)
                        .setPing(25)
                        .setSession("s")
                        .setNode("n")),
                new Result.Connect(
                        "c", "v", false, 0, Optional.empty(), Map.of("ü", recovered), 25, false, "s", "n", 0));
    }

    @Test
    void historyRpcAndSubRefreshAreReadByTheSdk() {
        assertWritten(
                reply().setHistory(Protocol.HistoryResult.newBuilder()
                        .addPublications(sdkPublication(1))
                        .addPublications(sdkPublication(2))
                        .setEpoch("e")
                        .setOffset(-1)),
                new Result.History(List.of(publication(1), publication(2)), new StreamPosition(-1, "e")));
        assertWritten(
                reply().setHistory(Protocol.HistoryResult.getDefaultInstance()),
                new Result.History(List.of(), StreamPosition.ZERO));
        assertWritten(reply().setRpc(Protocol.RPCResult.newBuilder().setData(JSON_BYTES)), new Result.Rpc(JSON));
        assertWritten(reply().setRpc(Protocol.RPCResult.getDefaultInstance()), new Result.Rpc(Optional.empty()));
        assertWritten(
                reply().setSubRefresh(Protocol.SubRefreshResult.newBuilder()
                        .setExpires(true)
                        .setTtl(60)),
                new Result.SubRefresh(true, 60));
    }

    @Test
    void errorsAreReadByTheSdk() {
        for (ErrorCode error : new ErrorCode[] {ErrorCode.INTERNAL, ErrorCode.BAD_REQUEST}) {
            Protocol.Reply expected = reply().setError(Protocol.Error.newBuilder()
                            .setCode(error.code())
                            .setMessage(error.message())
                            .setTemporary(error.temporary()))
                    .build();

            assertArrayEquals(delimited(expected), Wire.CODEC.error(7, error));
        }
    }

    @Test
    void pushesAreReadByTheSdk() {
        Protocol.Publication.Builder publication =
                Protocol.Publication.newBuilder().setData(ByteString.copyFrom(new byte[] {0, -1, 1}));
        Payload data = Payload.binary(new byte[] {0, -1, 1});

        assertWritten(
                push().setChannel("ü😀").setPub(publication),
                new Push.Pub("ü😀", new Publication(data, Optional.empty())));
        assertWritten(
                push().setChannel("c").setPub(publication.setInfo(sdkInfo())),
                new Push.Pub("c", new Publication(data, Optional.of(info()))));
        assertWritten(
                push().setChannel("c").setJoin(Protocol.Join.newBuilder().setInfo(sdkInfo())),
                new Push.Join("c", info()));
        assertWritten(
                push().setChannel("c").setLeave(Protocol.Leave.newBuilder().setInfo(sdkInfo())),
                new Push.Leave("c", info()));
        assertWritten(
                push().setChannel("c")
                        .setUnsubscribe(
                                Protocol.Unsubscribe.newBuilder().setCode(2500).setReason("insufficient state")),
                new Push.Unsubscribe("c", 2500, "insufficient state"));
        assertWritten(push().setChannel("c").setPub(sdkPublication(-1)), new Push.Pub("c", publication(-1)));
        assertWritten(
                push().setChannel("c")
                        .setSubscribe(Protocol.Subscribe.newBuilder()
                                .setRecoverable(true)
                                .setEpoch("e")
                                .setOffset(-1)
                                .setPositioned(true)
                                .setData(JSON_BYTES)),
                new Push.Subscribe("c", true, true, new StreamPosition(-1, "e"), JSON));
        assertWritten(
                push().setChannel("c").setSubscribe(Protocol.Subscribe.getDefaultInstance()),
                new Push.Subscribe("c", false, false, StreamPosition.ZERO, Optional.empty()));
        assertWritten(
                push().setMessage(Protocol.Message.newBuilder().setData(JSON_BYTES)), new Push.Message(JSON.get()));
        assertWritten(
                push().setRefresh(Protocol.Refresh.newBuilder().setExpires(true).setTtl(60)),
                new Push.Refresh(true, 60));
        assertWritten(
                push().setDisconnect(
                                Protocol.Disconnect.newBuilder().setCode(3501).setReason("bad request")),
                new Push.Disconnect(3501, "bad request"));
    }

    @Test
    void messagesLargerThanTheFirstBufferAreWhole() {
        String channel = "ü".repeat(5_000);
        byte[] data = new byte[100_000];
        ClientInfo info = new ClientInfo("u".repeat(20_000), "c", Optional.empty(), Optional.empty());

        assertWritten(
                push().setChannel(channel)
                        .setPub(Protocol.Publication.newBuilder()
                                .setData(ByteString.copyFrom(data))
                                .setInfo(Protocol.ClientInfo.newBuilder()
                                        .setUser(info.user())
                                        .setClient("c"))),
                new Push.Pub(channel, new Publication(Payload.binary(data), Optional.of(info))));
    }

    private static Publication publication(long offset) {
        return new Publication(
                Payload.binary(new byte[] {5, 0}), Optional.of(info()), Map.of("t", "ü"), offset, "", false);
    }

    private static Protocol.Publication sdkPublication(long offset) {
        return Protocol.Publication.newBuilder()
                .setData(ByteString.copyFrom(new byte[] {5, 0}))
                .setInfo(sdkInfo())
                .setOffset(offset)
                .putTags("t", "ü")
                .build();
    }

    private static ClientInfo info() {
        return new ClientInfo("bob", "c1", JSON, Optional.of(Payload.binary(new byte[] {7})));
    }

    private static Protocol.ClientInfo sdkInfo() {
        return Protocol.ClientInfo.newBuilder()
                .setUser("bob")
                .setClient("c1")
                .setConnInfo(JSON_BYTES)
                .setChanInfo(ByteString.copyFrom(new byte[] {7}))
                .build();
    }

    private static Protocol.Command.Builder command(int id) {
        return Protocol.Command.newBuilder().setId(id);
    }

    private static Protocol.Reply.Builder reply() {
        return Protocol.Reply.newBuilder().setId(7);
    }

    private static Protocol.Push.Builder push() {
        return Protocol.Push.newBuilder();
    }

    private static void assertRead(Command expected, Protocol.Command.Builder written) {
        assertEquals(expected, Wire.command(delimited(written.build())));
    }

    private static void assertWritten(Protocol.Reply.Builder expected, Result result) {
        assertSame(expected.build(), Wire.CODEC.reply(7, result));
    }

    private static void assertWritten(Protocol.Push.Builder expected, Push push) {
        assertSame(Protocol.Reply.newBuilder().setPush(expected).build(), Wire.CODEC.push(push));
    }

    private static void assertSame(Protocol.Reply expected, byte[] written) {
        try {
            assertEquals(expected, Protocol.Reply.parseDelimitedFrom(new ByteArrayInputStream(written)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertArrayEquals(delimited(expected), written);
    }

    private static byte[] delimited(MessageLite message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeDelimitedTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
