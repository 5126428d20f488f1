package io.spindle.gateway.delivery;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class ProtobufWire implements Wire {
    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public byte[] frame(Request... requests) {
        return ProtobufClient.frame(
                Arrays.stream(requests).map(ProtobufWire::command).toArray(Command[]::new));
    }

    @Override
    public byte[] emulation(Heard.Emulated to, byte[] frame) {
        return Protocol.EmulationRequest.newBuilder()
                .setSession(to.session())
                .setNode(to.node())
                .setData(ByteString.copyFrom(frame))
                .build()
                .toByteArray();
    }

    private static Command command(Request request) {
        Command.Builder command = Command.newBuilder();
        if (request instanceof Request.Connect connect) {
            command.setId(connect.id())
                    .setConnect(Protocol.ConnectRequest.newBuilder().setToken(connect.token()));
        } else if (request instanceof Request.Subscribe subscribe) {
            Protocol.SubscribeRequest.Builder body =
                    Protocol.SubscribeRequest.newBuilder().setChannel(subscribe.channel());
            subscribe
                    .recover()
                    .ifPresent(
                            from -> body.setRecover(true).setEpoch(from.epoch()).setOffset(from.offset()));
            command.setId(subscribe.id()).setSubscribe(body);
        } else if (request instanceof Request.Unsubscribe unsubscribe) {
            command.setId(unsubscribe.id())
                    .setUnsubscribe(Protocol.UnsubscribeRequest.newBuilder().setChannel(unsubscribe.channel()));
        } else if (request instanceof Request.Publish publish) {
            command.setId(publish.id())
                    .setPublish(Protocol.PublishRequest.newBuilder()
                            .setChannel(publish.channel())
                            .setData(ByteString.copyFromUtf8("\"" + publish.text() + "\"")));
        }
        return command.build();
    }

    @Override
    public List<Heard> messages(byte[] frame) {
        List<Heard> messages = new ArrayList<>();
        try {
            CodedInputStream records = CodedInputStream.newInstance(frame);
            while (!records.isAtEnd()) {
                messages.addAll(message(records.readByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    @Override
    public List<Heard> message(byte[] bytes) {
        Protocol.Reply message = parse(bytes);
        if (message.getId() != 0) {
            return List.of(reply(message));
        }
        if (!message.hasPush()) {
            return List.of(new Heard.Ping());
        }
        Protocol.Push push = message.getPush();
        if (push.hasPub()) {
            return List.of(new Heard.Publication(seen(push.getPub())));
        }
        if (push.hasUnsubscribe()) {
            return List.of(new Heard.Unsubscribed(push.getUnsubscribe().getCode()));
        }
        return push.hasDisconnect()
                ? List.of(new Heard.Disconnected(push.getDisconnect().getCode()))
                : List.of();
    }

    private static Heard reply(Protocol.Reply message) {
        Protocol.ConnectResult connect = message.getConnect();
        return new Heard.Reply(
                message.getId(),
                message.getError().getCode(),
                message.hasSubscribe() ? Optional.of(entry(message.getSubscribe())) : Optional.empty(),
                connect.getSession().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Heard.Emulated(connect.getSession(), connect.getNode())));
    }

    private static Protocol.Reply parse(byte[] message) {
        try {
            return Protocol.Reply.parseFrom(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(Protocol.SubscribeResult result) {
        return new Entry(
                new StreamPosition(result.getOffset(), result.getEpoch()),
                result.getRecovered(),
                result.getPublicationsList().stream().map(ProtobufWire::seen).toList());
    }

    private static Seen seen(Protocol.Publication publication) {
        String json = publication.getData().toStringUtf8();
        return new Seen(publication.getOffset(), json.substring(1, json.length() - 1));
    }
}
