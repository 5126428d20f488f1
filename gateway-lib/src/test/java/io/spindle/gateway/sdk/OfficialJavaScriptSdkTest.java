package io.spindle.gateway.sdk;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.conformance.Proves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The official JavaScript SDK, unmodified, on JSON and on Protobuf, over WebSocket, HTTP streaming and server-sent events;
 * what it is asked to do is in {@code src/test/js}.
 */
class OfficialJavaScriptSdkTest {
    @RegisterExtension
    static final GatewayExtension byDefault = new GatewayExtension(builder -> builder.handler((event, context) -> {})
            .httpStream(true)
            .sse(true)
            .rpc("echo", (client, method, data) -> CompletableFuture.completedFuture(RpcAnswer.done(data))));

    @RegisterExtension
    static final GatewayExtension recovering = SdkGateway.extension();

    private static SdkProject project;

    @BeforeAll
    static void install() throws Exception {
        SdkProject.assumeWorks("JavaScript", "node", "--version");
        SdkProject.assumeWorks("JavaScript", "npm", "--version");
        project = SdkProject.copy(Path.of("src/test/js"), Path.of("target/js-sdk"));
        project.run(Map.of(), "npm", "ci");
    }

    @Test
    void theOfficialJavaScriptSdkFindsWhatItReliesOn() throws Exception {
        run("sdk.test.mjs", byDefault);
    }

    @Test
    @Proves({"R21", "S20"})
    void inChannelsThatKeepPublicationsItRecovers() throws Exception {
        run("recovery.test.mjs", recovering);
    }

    private static void run(String tests, GatewayExtension gateway) throws IOException, InterruptedException {
        project.run(
                Map.of("GATEWAY_URL", "ws://127.0.0.1:" + gateway.gateway().port(), "TOKEN_SECRET", Tokens.SECRET),
                "node",
                "--test",
                "--test-reporter=spec",
                tests);
    }
}
