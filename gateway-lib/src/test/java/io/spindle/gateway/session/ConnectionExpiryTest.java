package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.conformance.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionExpiryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.expiredCloseDelay(Duration.ofMillis(100)));

    @Test
    @Proves("K9")
    void theClientIsToldInHowManySecondsItExpires() {
        JsonMessage reply = gateway.open().connect(Tokens.expiring("alice", HOUR));

        assertTrue(reply.at("connect", "expires").asBoolean());
        int ttl = reply.at("connect", "ttl").asInt();
        assertTrue(ttl > 3_590 && ttl <= 3_601, "ttl " + ttl);
    }

    @Test
    @Proves("K9")
    void whoDoesNotRefreshInTimeIsClosed() {
        JsonClient alice = gateway.open();
        long connected = System.nanoTime();
        JsonMessage reply = alice.connect(Tokens.expiring("alice", Duration.ofSeconds(1)));
        int ttl = reply.at("connect", "ttl").asInt();
        assertTrue(ttl == 1 || ttl == 2, reply.text());

        assertEquals("connection expired", alice.expectClose(3005).reason());
        long lived = System.nanoTime() - connected;
        assertTrue(lived > Duration.ofMillis(100).toNanos(), "closed before expiry and grace: " + lived);
    }

    @Test
    @Proves("K11")
    void whoRefreshesLivesOn() {
        JsonClient alice = gateway.open();
        JsonClient witness = gateway.open();
        alice.connect(Tokens.expiring("alice", Duration.ofSeconds(1)));
        witness.connect(Tokens.expiring("witness", Duration.ofSeconds(1)));

        JsonMessage reply = refresh(alice, Tokens.expiring("alice", HOUR));

        assertTrue(reply.at("refresh", "expires").asBoolean(), reply.text());
        int ttl = reply.at("refresh", "ttl").asInt();
        assertTrue(ttl > 3_590 && ttl <= 3_601, reply.text());
        witness.expectClose(3005);
        assertEquals(0, alice.subscribe("chat:alive").errorCode());
    }

    @Test
    @Proves("K17")
    void newInfoOfARefreshIsToldFromThenOn() {
        JsonClient alice = gateway.open();
        alice.connect(Tokens.expiring("alice", HOUR));
        alice.subscribe("chat:info");

        refresh(
                alice,
                Tokens.with(claims -> claims.subject("alice")
                        .claim("info", Map.of("name", "Alice II"))
                        .expirationTime(Date.from(Instant.now().plus(HOUR)))));
        alice.publish("chat:info", "{\"text\":\"hi\"}");

        assertEquals(
                "{\"name\":\"Alice II\"}",
                alice.awaitPublication("chat:info")
                        .at("push", "pub", "info", "conn_info")
                        .toString());
    }

    @Test
    @Proves("K11")
    void anExpiredTokenClosesSoThatTheClientComesBackWithANewOne() {
        JsonClient alice = gateway.open();
        alice.connect(Tokens.expiring("alice", HOUR));

        alice.send("refresh", "{\"token\":\"" + Tokens.expired("alice") + "\"}");

        alice.expectClose(3005);
    }

    @Test
    @Proves("K11")
    void theTokenOfAnotherUserOrNoneAtAllIsRefused() {
        JsonClient other = gateway.open();
        other.connect(Tokens.expiring("alice", HOUR));
        JsonClient garbage = gateway.open();
        garbage.connect(Tokens.expiring("alice", HOUR));
        JsonClient empty = gateway.open();
        empty.connect(Tokens.expiring("alice", HOUR));

        other.send("refresh", "{\"token\":\"" + Tokens.expiring("mallory", HOUR) + "\"}");
        garbage.send("refresh", "{\"token\":\"garbage\"}");
        empty.send("refresh", "{}");

        other.expectClose(3500);
        garbage.expectClose(3500);
        empty.expectClose(3501);
    }

    @Test
    @Proves("K11")
    void whereNoExpiryWasAgreedThereIsNothingToRefresh() {
        JsonClient alice = gateway.connect("alice");

        alice.send("refresh", "{\"token\":\"" + Tokens.expiring("alice", HOUR) + "\"}");

        alice.expectClose(3501);
    }

    private static JsonMessage refresh(JsonClient client, String token) {
        return client.call("refresh", "{\"token\":\"" + token + "\"}");
    }
}
