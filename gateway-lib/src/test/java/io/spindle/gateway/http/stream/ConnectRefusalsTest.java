package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.http.Endpoint;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Failed unidirectional connects that are answered by plain HTTP. */
class ConnectRefusalsTest {
    private static final ConnectRefusals REFUSALS = new ConnectRefusals(Map.of(
            109, new ConnectRefusals.Refusal(401, "token expired"),
            3500, new ConnectRefusals.Refusal(403, "no token of ours")));

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .uniSse(true)
            .uniHttpStream(true)
            .connectRefusals(Endpoint.UNI_SSE, REFUSALS)
            .connectRefusals(Endpoint.UNI_HTTP_STREAM, REFUSALS));

    @Test
    void anErrorsCodeChoosesTheAnswer() throws IOException {
        try (StreamClient client = post("uni_sse", "{\"token\":\"" + Tokens.expired("alice") + "\"}")) {
            assertEquals(401, client.status());
            assertEquals("token expired\n", client.readToEnd());
        }
    }

    @Test
    void aDisconnectsCodeDoesToo() throws IOException {
        try (StreamClient client = post("uni_http_stream", "{\"token\":\"nonsense\"}")) {
            assertEquals(403, client.status());
            assertEquals("no token of ours\n", client.readToEnd());
        }
    }

    @Test
    void anyOtherIsAFailureOfTheServer() throws IOException {
        try (StreamClient client = post("uni_http_stream", "{}")) {
            assertEquals(500, client.status());
            assertEquals("Internal Server Error\n", client.readToEnd());
        }
    }

    @Test
    void whoIsConnectedGetsPushes() throws IOException {
        try (StreamClient client = post("uni_sse", "{\"token\":\"" + Tokens.of("alice") + "\"}")) {
            assertEquals(200, client.status());
            client.readTo("\r\n");
            assertTrue(client.readEvent().startsWith("{\"connect\":"));

            gateway.gateway().disconnect("alice");

            assertTrue(client.readToEnd().contains("{\"disconnect\":{\"code\":3503"));
        }
    }

    private static StreamClient post(String path, String body) throws IOException {
        return StreamClient.post(gateway.gateway().port(), "/connection/" + path, body);
    }
}
