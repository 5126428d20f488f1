package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway without pings, and one that waits for no pongs. */
class NoPingTest {
    @RegisterExtension
    static final GatewayExtension silent = new GatewayExtension(builder ->
            builder.channelPolicy(new AllowAll()).pingInterval(Duration.ZERO).pongTimeout(Duration.ZERO));

    @RegisterExtension
    static final GatewayExtension patient = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .pingInterval(Duration.ofSeconds(1))
            .pongTimeout(Duration.ZERO));

    @Test
    void clientsOfAGatewayWithoutPingsAreToldOfNone() {
        JsonMessage reply = silent.open().connect(Tokens.of("alice"));

        assertFalse(reply.at("connect").has("ping"));
        assertFalse(reply.at("connect").has("pong"));
    }

    @Test
    void whereNoPongIsWaitedForNoneIsAskedFor() {
        JsonMessage reply = patient.open().connect(Tokens.of("alice"));

        assertFalse(reply.at("connect").has("pong"));
    }
}
