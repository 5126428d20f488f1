package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailedConnectTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("C6")
    void anErrorIsRepliedAndNothingIsAnsweredFromThenOn() throws IOException {
        try (RawSocketClient client = RawSocketClient.open(gateway.uri())) {
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.expired("alice") + "\"}}");
            assertEquals(
                    "{\"id\":1,\"error\":{\"code\":109,\"message\":\"token expired\"}}",
                    client.read().text());

            client.sendText("{\"id\":2,\"connect\":{\"token\":\"" + Tokens.of("alice") + "\"}}");
            client.sendText("{\"id\":3,\"frobnicate\":{}}");
            client.sendText("nonsense");

            // The client is expected to close; dropped without another frame if it does not.
            assertThrows(IOException.class, client::read);
        }
    }

    @Test
    @Proves("C7")
    void theRestOfTheFrameIsNotHandled() {
        JsonClient client = gateway.open();

        client.raw()
                .sendLines(
                        "{\"id\":1,\"connect\":{\"token\":\"" + Tokens.expired("alice") + "\"}}",
                        "{\"id\":2,\"subscribe\":{\"channel\":\"after-error\"}}");
        assertEquals(109, client.awaitReply(1).errorCode());
        client.close();

        assertFalse(client.hasReceived(message -> message.at("id").asInt() == 2));
        assertEquals(0, gateway.gateway().subscriberCount("after-error"));
    }

    @Test
    void aDisconnectSendsNoReply() {
        JsonClient client = gateway.open();

        client.raw()
                .sendLines(
                        "{\"id\":1,\"connect\":{\"token\":\"garbage\"}}",
                        "{\"id\":2,\"subscribe\":{\"channel\":\"after-disconnect\"}}");

        assertEquals("invalid token", client.expectClose(3500).reason());
        assertFalse(client.hasReceived(message -> true));
        assertEquals(0, gateway.gateway().subscriberCount("after-disconnect"));
    }
}
