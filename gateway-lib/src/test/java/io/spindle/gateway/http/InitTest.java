package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.StreamClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /connection/init}. */
class InitTest {
    private static final String PATH = "/connection/init";

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(
            builder -> builder.init(true).maxConnections(1).allowedOrigins(List.of("https://app.example.com")));

    @Test
    void anEmptyObjectIsThereToBeFetched() throws IOException {
        try (StreamClient client = StreamClient.get(port(), PATH, "Origin: https://app.example.com")) {
            assertEquals(200, client.status());
            assertEquals("true", client.header("Access-Control-Allow-Credentials"));
            assertEquals("{}", client.readToEnd());
        }
    }

    @Test
    void itTakesNoPlaceButThereMustBeOne() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (StreamClient client = StreamClient.get(port(), PATH)) {
                assertEquals(200, client.status());
            }
        }
        gateway.open();
        try (StreamClient client = StreamClient.get(port(), PATH)) {
            assertEquals(503, client.status());
        }
    }

    @Test
    void otherMethodsAreRefused() throws IOException {
        try (StreamClient client = StreamClient.post(port(), PATH, "{}")) {
            assertEquals(405, client.status());
        }
    }

    private int port() {
        return gateway.gateway().port();
    }
}
