package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that expire, and a backend that is asked then. */
class ProxiedExpiryTest {
    @RegisterExtension
    @Order(1)
    final Backend backend = new Backend();

    @RegisterExtension
    @Order(2)
    final GatewayExtension gateway = new GatewayExtension(this::proxied);

    private void proxied(GatewayBuilder builder) {
        HttpProxies proxies = new HttpProxies(new MetricRegistry());
        builder.authenticator(new ProxyAuthenticator(
                JwtAuthenticator.hmac(Tokens.SECRET),
                Optional.of(proxies.connect(
                        ProxySettings.builder(backend.url("/connect")).build(), Refresh.BY_GATEWAY)),
                Optional.of(proxies.refresh(
                        ProxySettings.builder(backend.url("/refresh")).build()))));
    }

    @Test
    void theClientIsNotToldAndTheBackendProlongsIt() {
        JsonClient client = connectExpiring();
        backend.answers("/refresh", result(Duration.ofHours(1)));

        Backend.Request asked = backend.awaitRequest();

        assertEquals("/refresh", asked.path());
        assertEquals("42", asked.json().path("user").asText());
        assertEquals(0, client.subscribe("chat").errorCode());
        assertTrue(client.isOpen());
    }

    @Test
    void whomTheBackendDoesNotProlongIsClosed() {
        JsonClient client = connectExpiring();
        backend.answers("/refresh", "{}");

        client.expectClose(3005);
    }

    @Test
    void connectionsFromTokensAreProlongedByTheBackendToo() {
        JsonClient client = gateway.open();
        backend.answers("/refresh", "{\"result\":{\"expired\":true}}");

        JsonMessage reply = client.connect(Tokens.expiring("alice", Duration.ofMillis(100)));

        assertFalse(reply.at("connect").has("expires"));
        assertEquals("alice", backend.awaitRequest().json().path("user").asText());
        client.expectClose(3005);
    }

    @Test
    void aClientsOwnRefreshIsAMistake() {
        JsonClient client = gateway.open();
        client.connect(Tokens.expiring("alice", Duration.ofHours(1)));

        client.send("refresh", "{\"token\":\"" + Tokens.of("alice") + "\"}");

        client.expectClose(3501);
    }

    @Test
    void whomTheBackendDoesNotKnowIsTreatedAsWithoutIt() {
        backend.answers("/connect", "{}");
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    private JsonClient connectExpiring() {
        backend.answers("/connect", result(Duration.ofSeconds(2)));
        JsonClient client = gateway.open();
        JsonMessage reply = client.connect("");
        assertEquals(0, reply.errorCode());
        assertFalse(reply.at("connect").has("expires"), reply.text());
        backend.awaitRequest();
        return client;
    }

    private static String result(Duration life) {
        long expireAt = Instant.now().plus(life).getEpochSecond();
        return "{\"result\":{\"user\":\"42\",\"expire_at\":" + expireAt + "}}";
    }
}
