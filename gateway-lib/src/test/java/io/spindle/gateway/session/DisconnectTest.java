package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisconnectTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .authenticator(JwtAuthenticator.builder()
                    .hmacSecret(Tokens.SECRET)
                    .allowAnonymous(true)
                    .build()));

    @ParameterizedTest
    @EnumSource
    @Proves("C26")
    void allConnectionsOfAUserEndForGoodAndNoOthers(Encoding encoding) {
        ProtocolClient first = gateway.connect(encoding, "gone-" + encoding);
        ProtocolClient second = gateway.connect(Encoding.JSON, "gone-" + encoding);
        ProtocolClient other = gateway.connect(encoding, "stays");

        assertEquals(2, gateway.gateway().disconnect("gone-" + encoding));

        assertEquals(new Closed(3503, "force disconnect"), first.expectClose(3503));
        second.expectClose(3503);
        assertEquals(0, other.subscribe("still-here"));
    }

    @Test
    @Proves({"C21", "C26"})
    void codeAndReasonOfTheApplicationAreToldAsTheyAre() {
        JsonClient alice = gateway.connect("banned");

        gateway.gateway().disconnect("banned", new Disconnect(4501, "gesperrt für heute"));

        assertEquals("gesperrt für heute", alice.expectClose(4501).reason());
        assertFalse(alice.hasReceived(message -> message.at("push").has("disconnect")));
    }

    @Test
    void theEmptyUserStandsForAllAnonymousClients() {
        JsonClient anonymous = gateway.open();
        assertEquals(0, anonymous.connect("").errorCode());
        JsonClient unconnected = gateway.open();

        gateway.gateway().disconnect("");

        anonymous.expectClose(3503);
        assertTrue(unconnected.isOpen());
        assertEquals(0, unconnected.connect(Tokens.of("late")).errorCode());
    }

    @Test
    void anUnknownUserHasNoConnections() {
        assertEquals(0, gateway.gateway().disconnect("nobody"));
    }

    @Test
    @Proves("C27")
    void code3000EndsTheConnectionWithoutACloseFrame() throws IOException {
        try (RawSocketClient alice = gateway.connectSocket(Encoding.JSON, "cut")) {
            assertEquals(1, gateway.gateway().disconnect("cut", Disconnect.CONNECTION_CLOSED));

            assertEquals(Closed.WITHOUT_FRAME, alice.awaitClosed().code());
        }
    }

    @Test
    void anEndedConnectionIsForgotten() {
        JsonClient alice = gateway.connect("forgotten");
        alice.subscribe("forgotten");

        gateway.gateway().disconnect("forgotten");

        Await.until("no subscriber", () -> gateway.gateway().subscriberCount("forgotten") == 0);
        assertEquals(0, gateway.gateway().disconnect("forgotten"));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    @Proves("C22")
    void noBuiltInReasonIsEmptyOrJson(Disconnect disconnect) {
        assertTrue(disconnect.reason().matches("[a-z][a-z ]*[a-z]"), disconnect.reason());
        assertFalse(List.of("true", "false", "null").contains(disconnect.reason()));
    }

    static Stream<Disconnect> builtIn() throws IllegalAccessException {
        List<Disconnect> all = new ArrayList<>();
        for (Field field : Disconnect.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Disconnect.class) {
                all.add((Disconnect) field.get(null));
            }
        }
        return all.stream();
    }
}
