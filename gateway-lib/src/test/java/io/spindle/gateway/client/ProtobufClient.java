package io.spindle.gateway.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.ConnectRequest;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.PublishRequest;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Push;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Reply;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.SubscribeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Speaks the client protocol in Protobuf, through the classes that the official Java SDK generated from the protocol's
 * schema. Answers pings, unless told not to. Thread-safe.
 */
public final class ProtobufClient implements AutoCloseable {
    public static final String SUBPROTOCOL = "centrifuge-protobuf";

    private final Inbox<Reply> inbox = new Inbox<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final RawClient client;
    private volatile boolean answersPings = true;

    private ProtobufClient(RawClient.Opening opening) {
        client = opening.tell(this::received, inbox::end).open();
    }

    /** Connects with the sub-protocol of this encoding. */
    public static ProtobufClient open(URI uri) {
        return open(RawClient.to(uri).subprotocols(SUBPROTOCOL));
    }

    /** As {@link #open(URI)}, with headers, or another way to ask for the encoding. */
    public static ProtobufClient open(RawClient.Opening opening) {
        return new ProtobufClient(opening);
    }

    /** Leaves pings unanswered from now on. */
    public void ignorePings() {
        answersPings = false;
    }

    /** Connects with a token, or, if that is empty, without one. */
    public Reply connect(String token) {
        return call(command -> command.setConnect(ConnectRequest.newBuilder().setToken(token)));
    }

    public Reply subscribe(String channel) {
        return call(
                command -> command.setSubscribe(SubscribeRequest.newBuilder().setChannel(channel)));
    }

    public Reply publish(String channel, byte[] data) {
        ByteString bytes = ByteString.copyFrom(data);
        return call(command -> command.setPublish(
                PublishRequest.newBuilder().setChannel(channel).setData(bytes)));
    }

    /** Sends a command and waits for its reply, which may be an error. */
    public Reply call(Consumer<Command.Builder> request) {
        return awaitReply(send(request));
    }

    /** Sends a command without waiting. Returns its id. */
    public int send(Consumer<Command.Builder> request) {
        Command.Builder command = Command.newBuilder().setId(lastId.incrementAndGet());
        request.accept(command);
        client.sendBinary(frame(command.build()));
        return command.getId();
    }

    /** The reply to a command, taken out. */
    public Reply awaitReply(int id) {
        return inbox.await("reply to command " + id, reply -> reply.getId() == id);
    }

    /** The first push that matches, taken out. */
    public Push awaitPush(Predicate<Push> wanted) {
        return inbox.await("such push", reply -> reply.hasPush() && wanted.test(reply.getPush()))
                .getPush();
    }

    /** The next publication in a channel, taken out. */
    public Push awaitPublication(String channel) {
        return awaitPush(push -> push.hasPub() && push.getChannel().equals(channel));
    }

    public Reply awaitPing() {
        return inbox.await("ping", Reply.getDefaultInstance()::equals);
    }

    /** Whether such a reply has come and was not taken out. Meaningful after the reply to a later command. */
    public boolean hasReceived(Predicate<Reply> wanted) {
        return inbox.has(wanted);
    }

    public Closed expectClose(int code) {
        return client.expectClose(code);
    }

    /** The connection underneath, for frames that are no single command. */
    public RawClient raw() {
        return client;
    }

    public boolean isOpen() {
        return client.isOpen();
    }

    /** Ends the connection properly. */
    @Override
    public void close() {
        client.close();
    }

    /** A frame of commands, each behind its length. */
    public static byte[] frame(Command... commands) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try {
            for (Command command : commands) {
                command.writeDelimitedTo(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frame.toByteArray();
    }

    private void received(Frame frame) {
        CodedInputStream records = CodedInputStream.newInstance(frame.payload());
        try {
            while (!records.isAtEnd()) {
                Reply reply = Reply.parseFrom(records.readByteArray());
                inbox.add(reply);
                if (answersPings && reply.equals(Reply.getDefaultInstance())) {
                    client.sendBinaryLater(frame(Command.getDefaultInstance()));
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("no replies: " + frame, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
