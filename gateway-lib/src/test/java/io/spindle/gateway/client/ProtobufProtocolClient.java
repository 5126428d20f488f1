package io.spindle.gateway.client;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.ClientInfo;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.PresenceRequest;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Push;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Reply;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.UnsubscribeRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@link ProtocolClient} in Protobuf. */
public final class ProtobufProtocolClient implements ProtocolClient {
    private final ProtobufClient client;
    private String clientId = "";

    public ProtobufProtocolClient(ProtobufClient client) {
        this.client = client;
    }

    @Override
    public int connect(String token) {
        Reply reply = client.connect(token);
        clientId = reply.getConnect().getClient();
        return reply.getError().getCode();
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public int subscribe(String channel) {
        return client.subscribe(channel).getError().getCode();
    }

    @Override
    public int unsubscribe(String channel) {
        UnsubscribeRequest.Builder request = UnsubscribeRequest.newBuilder().setChannel(channel);
        return client.call(command -> command.setUnsubscribe(request))
                .getError()
                .getCode();
    }

    @Override
    public int publish(String channel, String data) {
        return client.publish(channel, data.getBytes(StandardCharsets.UTF_8))
                .getError()
                .getCode();
    }

    @Override
    public Set<String> presence(String channel) {
        PresenceRequest.Builder request = PresenceRequest.newBuilder().setChannel(channel);
        return client.call(command -> command.setPresence(request))
                .getPresence()
                .getPresenceMap()
                .keySet();
    }

    @Override
    public ChannelPush awaitPush(String channel) {
        Push push = client.awaitPush(candidate -> candidate.getChannel().equals(channel));
        if (push.hasPub()) {
            return told(
                    ChannelPush.Kind.PUBLICATION,
                    push.getPub().getData().toStringUtf8(),
                    push.getPub().getInfo());
        }
        return push.hasJoin()
                ? told(ChannelPush.Kind.JOIN, "", push.getJoin().getInfo())
                : told(ChannelPush.Kind.LEAVE, "", push.getLeave().getInfo());
    }

    private static ChannelPush told(ChannelPush.Kind kind, String data, ClientInfo info) {
        return new ChannelPush(kind, data, info.getUser(), info.getClient());
    }

    @Override
    public boolean hasPush(String channel) {
        return client.hasReceived(reply -> reply.getPush().getChannel().equals(channel));
    }

    @Override
    public Closed expectClose(int code) {
        return client.expectClose(code);
    }

    @Override
    public RawClient raw() {
        return client.raw();
    }
}
