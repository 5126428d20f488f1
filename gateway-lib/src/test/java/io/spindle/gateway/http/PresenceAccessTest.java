package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceAccessTest {
    private static final String PATH = "/channels/chat/presence";
    private static final String ELSEWHERE = "Host: gateway.example.com";

    @Test
    void localCallersWhoNameThisMachinePass() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            for (String host :
                    List.of("localhost", "LOCALHOST:3000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:80")) {
                assertEquals(200, edge.get(PATH, "Host: " + host).status(), host);
            }
        }
    }

    @Test
    void loopbackAloneIsNoIdentity() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            for (String host :
                    List.of("gateway.example.com", "localhost.evil.example", "127.0.0.1.nip.io", "10.0.0.1")) {
                assertEquals(403, edge.get(PATH, "Host: " + host).status(), host);
            }
        }
    }

    @Test
    void pagesAndProxiesAreRefused() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            for (String header : List.of(
                    "Origin: http://localhost",
                    "Forwarded: for=10.0.0.1",
                    "X-Forwarded-For: 10.0.0.1",
                    "x-forwarded-proto: https",
                    "X-Forwarded-Anything:",
                    "X-Real-IP: 10.0.0.1",
                    "Via: 1.1 proxy")) {
                assertEquals(403, edge.get(PATH, header).status(), header);
            }
        }
    }

    @Test
    void aRefusalNamesTheSettings() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            String body = edge.get(PATH, ELSEWHERE).body();

            assertTrue(body.contains("HTTP_PRESENCE_PUBLIC"), body);
            assertTrue(body.contains("CENTRIFUGO_HTTP_API_KEY"), body);
        }
    }

    @Test
    void theKeyOpensFromAnywhere() throws Exception {
        try (HttpEdge edge = withKey().start()) {
            assertEquals(200, edge.get(PATH, ELSEWHERE, "X-API-Key: s3cret").status());
            assertEquals(
                    200,
                    edge.get(PATH, ELSEWHERE, "Authorization: apikey s3cret").status());
            assertEquals(
                    200,
                    edge.get(PATH, ELSEWHERE, "authorization: ApiKey s3cret").status());
            assertEquals(
                    200,
                    edge.get(PATH, ELSEWHERE, "X-API-Key: s3cret", "Origin: https://a.example")
                            .status());
        }
    }

    @Test
    void aWrongKeyIsRefusedEvenLocally() throws Exception {
        try (HttpEdge edge = withKey().start()) {
            for (String header :
                    List.of("X-API-Key: s3cre", "X-API-Key: s3crets", "X-API-Key:", "Authorization: apikey wrong")) {
                assertEquals(403, edge.get(PATH, header).status(), header);
            }
            assertEquals(200, edge.get(PATH).status());
        }
    }

    @Test
    void aKeyOpensNothingWhereNoneIsSet() throws Exception {
        try (HttpEdge edge = new HttpEdge().start()) {
            assertEquals(403, edge.get(PATH, "X-API-Key: s3cret").status());
        }
    }

    @Test
    void otherSchemesAreNoKey() throws Exception {
        try (HttpEdge edge = withKey().start()) {
            assertEquals(
                    403,
                    edge.get(PATH, ELSEWHERE, "Authorization: Bearer s3cret").status());
            assertEquals(403, edge.get(PATH + "?api_key=s3cret", ELSEWHERE).status());
        }
    }

    @Test
    void itCanBeOpenedToAll() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.presenceOpenToAll = true;
        try (edge) {
            assertEquals(
                    200,
                    edge.start()
                            .get(PATH, ELSEWHERE, "Origin: https://a.example")
                            .status());
        }
    }

    @Test
    void anEmptyKeyIsNoKey() {
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of("  "));
    }

    private static HttpEdge withKey() {
        HttpEdge edge = new HttpEdge();
        edge.apiKey = Optional.of(ApiKey.of("s3cret"));
        return edge;
    }
}
