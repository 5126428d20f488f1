package io.spindle.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class JsonWire implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public byte[] frame(Request... requests) {
        return Arrays.stream(requests)
                .map(JsonWire::command)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] emulation(Heard.Emulated to, byte[] frame) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "session", to.session(), "node", to.node(), "data", new String(frame, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String command(Request request) {
        if (request instanceof Request.Connect connect) {
            return "{\"id\":" + connect.id() + ",\"connect\":{\"token\":\"" + connect.token() + "\"}}";
        }
        if (request instanceof Request.Subscribe subscribe) {
            String recover = subscribe
                    .recover()
                    .map(from -> ",\"recover\":true,\"epoch\":\"" + from.epoch() + "\",\"offset\":" + from.offset())
                    .orElse("");
            return "{\"id\":" + subscribe.id() + ",\"subscribe\":{\"channel\":\"" + subscribe.channel() + "\"" + recover
                    + "}}";
        }
        if (request instanceof Request.Unsubscribe unsubscribe) {
            return "{\"id\":" + unsubscribe.id() + ",\"unsubscribe\":{\"channel\":\"" + unsubscribe.channel() + "\"}}";
        }
        if (request instanceof Request.Publish publish) {
            return "{\"id\":" + publish.id() + ",\"publish\":{\"channel\":\"" + publish.channel() + "\",\"data\":\""
                    + publish.text() + "\"}}";
        }
        return "{}";
    }

    @Override
    public List<Heard> messages(byte[] frame) {
        List<Heard> messages = new ArrayList<>();
        for (String line : new String(frame, StandardCharsets.UTF_8).split("\n", -1)) {
            messages.addAll(message(line.getBytes(StandardCharsets.UTF_8)));
        }
        return messages;
    }

    @Override
    public List<Heard> message(byte[] bytes) {
        JsonNode message = parse(bytes);
        if (message.isEmpty()) {
            return List.of(new Heard.Ping());
        }
        if (message.has("id")) {
            return List.of(reply(message));
        }
        JsonNode push = message.path("push");
        if (push.has("pub")) {
            return List.of(new Heard.Publication(seen(push.get("pub"))));
        }
        if (push.has("unsubscribe")) {
            return List.of(new Heard.Unsubscribed(push.at("/unsubscribe/code").asInt()));
        }
        return push.has("disconnect")
                ? List.of(new Heard.Disconnected(push.at("/disconnect/code").asInt()))
                : List.of();
    }

    private static Heard reply(JsonNode message) {
        JsonNode session = message.at("/connect/session");
        return new Heard.Reply(
                message.get("id").asInt(),
                message.at("/error/code").asInt(),
                message.has("subscribe") ? Optional.of(entry(message.get("subscribe"))) : Optional.empty(),
                session.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Heard.Emulated(
                                session.asText(), message.at("/connect/node").asText())));
    }

    private static Entry entry(JsonNode result) {
        List<Seen> missed = new ArrayList<>();
        result.path("publications").forEach(publication -> missed.add(seen(publication)));
        return new Entry(
                new StreamPosition(
                        result.path("offset").asLong(), result.path("epoch").asText()),
                result.path("recovered").asBoolean(),
                missed);
    }

    private static Seen seen(JsonNode publication) {
        return new Seen(
                publication.path("offset").asLong(), publication.path("data").asText());
    }

    private static JsonNode parse(byte[] message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException(new String(message, StandardCharsets.UTF_8), e);
        }
    }
}
