package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceEndpointTest {
    private static final PresenceUser ALICE = new PresenceUser("42", "Alice \"A\" \u5927", "c-1");

    private final HttpEdge edge = new HttpEdge();

    @BeforeEach
    void start() throws Exception {
        Map<String, List<PresenceUser>> users = Map.of(
                "chat", List.of(ALICE, new PresenceUser("", "Anonymous", "c-2")),
                "chat:a/b", List.of(ALICE),
                "chat:a%2Fb", List.of(ALICE, ALICE, ALICE),
                "chat:\u5927\u5385", List.of(ALICE),
                "chat:50%;a=b..\\?#+ x", List.of(ALICE),
                "..", List.of(ALICE));
        edge.limits =
                new HttpLimits(100, 64, Duration.ofSeconds(10), Duration.ofSeconds(30), 8_192, Duration.ofMillis(100));
        edge.presence = channel -> switch (channel) {
            case "never" -> new CompletableFuture<>();
            case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("redis at 10.0.0.7"));
            case "throws" -> throw new IllegalStateException("redis at 10.0.0.7");
            default -> CompletableFuture.completedFuture(users.getOrDefault(channel, List.of()));
        };
        edge.start();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void usersAreListedAndCounted() throws Exception {
        HttpExchange.Answer answer = edge.get("/channels/chat/presence");

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals(
                "{\"channel\":\"chat\",\"users\":[{\"userId\":\"42\",\"userName\":\"Alice \\\"A\\\" \u5927\","
                        + "\"clientId\":\"c-1\"},{\"userId\":\"\",\"userName\":\"Anonymous\",\"clientId\":\"c-2\"}],"
                        + "\"count\":2}",
                answer.body());
    }

    @Test
    void anUnknownChannelHasNoUsers() throws Exception {
        assertEquals(
                "{\"channel\":\"nobody\",\"users\":[],\"count\":0}",
                edge.get("/channels/nobody/presence").body());
    }

    @Test
    void channelsAreDecodedOnce() throws Exception {
        assertEquals(1, count("/channels/chat%3Aa%2Fb/presence"));
        assertEquals(1, count("/channels/chat:a%2fb/presence"));
        assertEquals(3, count("/channels/chat:a%252Fb/presence"));
        assertEquals(1, count("/channels/chat:%E5%A4%A7%E5%8E%85/presence"));
        assertEquals(1, count("/channels/chat:\u5927\u5385/presence"));
        assertEquals(1, count("/channels/chat:50%25%3Ba=b..%5C%3F%23+%20x/presence"));
        assertEquals(1, count("/channels/%2E%2E/presence"));
        assertEquals(2, count("/channels/chat/presence?since=1"));
    }

    @Test
    void brokenEncodingIs400() throws Exception {
        for (String channel :
                List.of("chat:%", "chat:%2", "chat:%zz", "chat:%FF", "chat:%C3", "chat:%C0%AF", "%u0041")) {
            assertEquals(400, edge.get("/channels/" + channel + "/presence").status(), channel);
        }
    }

    @Test
    void pathsBesideItAreUnknown() throws Exception {
        for (String path : List.of(
                "/channels/presence",
                "/channels//presence",
                "/channels/chat",
                "/channels/chat/presence/",
                "/channels/chat:a/b/presence",
                "/Channels/chat/presence")) {
            assertEquals(404, edge.get(path).status(), path);
        }
    }

    @Test
    void methodsOtherThanGetAre405() throws Exception {
        for (String method : List.of("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW")) {
            HttpExchange.Answer answer =
                    HttpExchange.send(edge.port(Endpoint.PRESENCE), method, "/channels/chat/presence");
            assertEquals(405, answer.status(), method);
            assertEquals("GET", answer.header("Allow"));
        }
    }

    @Test
    void aSourceThatFailsOrHangsIs503WithoutAWordOfWhy() throws Exception {
        for (String channel : List.of("fails", "never")) {
            HttpExchange.Answer answer = edge.get("/channels/" + channel + "/presence");
            assertEquals(503, answer.status(), channel);
            assertFalse(answer.body().contains("10.0.0.7"));
        }
    }

    @Test
    void aSourceThatThrowsIs500WithoutAWordOfWhy() throws Exception {
        HttpExchange.Answer answer = edge.get("/channels/throws/presence");

        assertEquals(500, answer.status());
        assertFalse(answer.body().contains("10.0.0.7"));
    }

    private int count(String path) throws Exception {
        HttpExchange.Answer answer = edge.get(path);
        assertEquals(200, answer.status(), path);
        return Integer.parseInt(answer.body().replaceAll(".*\"count\":(\\d+)}", "$1"));
    }
}
