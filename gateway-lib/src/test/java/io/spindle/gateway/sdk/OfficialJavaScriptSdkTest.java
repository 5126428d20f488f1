package io.spindle.gateway.sdk;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The official JavaScript SDK, unmodified, on JSON and on Protobuf, over WebSocket, HTTP streaming and server-sent events;
 * what it is asked to do is in {@code src/test/js}.
 */
class OfficialJavaScriptSdkTest {
    private static final String SECRET = "secret of the JavaScript SDK's test";

    @Test
    void theOfficialJavaScriptSdkFindsWhatItReliesOn() throws Exception {
        NodeProject project = NodeProject.install(Path.of("src/test/js"), Path.of("target/js-sdk"));
        try (Gateway gateway = Gateway.builder()
                .port(0)
                .bindAddress("127.0.0.1")
                .authenticator(JwtAuthenticator.hmac(SECRET))
                .handler((event, context) -> {})
                .httpStream(true)
                .sse(true)
                .rpc("echo", (client, method, data) -> CompletableFuture.completedFuture(RpcAnswer.done(data)))
                .build()) {
            gateway.start();

            project.run(
                    Map.of("GATEWAY_URL", "ws://127.0.0.1:" + gateway.port(), "TOKEN_SECRET", SECRET),
                    "node",
                    "--test",
                    "--test-reporter=spec");
        }
    }
}
