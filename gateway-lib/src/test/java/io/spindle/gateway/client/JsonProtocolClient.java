package io.spindle.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** {@link ProtocolClient} in JSON. */
public final class JsonProtocolClient implements ProtocolClient {
    private final JsonClient client;
    private String clientId = "";

    public JsonProtocolClient(JsonClient client) {
        this.client = client;
    }

    @Override
    public int connect(String token) {
        JsonMessage reply = client.connect(token);
        clientId = reply.at("connect", "client").asText();
        return reply.errorCode();
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public int subscribe(String channel) {
        return client.subscribe(channel).errorCode();
    }

    @Override
    public int unsubscribe(String channel) {
        return client.unsubscribe(channel).errorCode();
    }

    @Override
    public int publish(String channel, String data) {
        return client.publish(channel, data).errorCode();
    }

    @Override
    public Set<String> presence(String channel) {
        Set<String> clients = new HashSet<>();
        client.presence(channel).at("presence", "presence").fieldNames().forEachRemaining(clients::add);
        return clients;
    }

    @Override
    public ChannelPush awaitPush(String channel) {
        JsonNode push = client.awaitPush(message -> isOf(message, channel)).at("push");
        if (push.has("pub")) {
            return told(ChannelPush.Kind.PUBLICATION, push.at("/pub/data").toString(), push.at("/pub/info"));
        }
        return push.has("join")
                ? told(ChannelPush.Kind.JOIN, "", push.at("/join/info"))
                : told(ChannelPush.Kind.LEAVE, "", push.at("/leave/info"));
    }

    private static ChannelPush told(ChannelPush.Kind kind, String data, JsonNode info) {
        return new ChannelPush(
                kind, data, info.path("user").asText(), info.path("client").asText());
    }

    @Override
    public boolean hasPush(String channel) {
        return client.hasReceived(message -> isOf(message, channel));
    }

    private static boolean isOf(JsonMessage message, String channel) {
        return message.at("push", "channel").asText().equals(channel);
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
