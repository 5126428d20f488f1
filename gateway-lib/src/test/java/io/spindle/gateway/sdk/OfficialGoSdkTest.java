package io.spindle.gateway.sdk;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.conformance.Proves;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official Go SDK, unmodified, on JSON and on Protobuf; what it is asked to do is in {@code src/test/go}. */
class OfficialGoSdkTest {
    @RegisterExtension
    static final GatewayExtension gateway = SdkGateway.extension();

    @Test
    @Proves({"R21", "S20"})
    void theOfficialGoSdkFindsWhatItReliesOn() throws Exception {
        SdkProject.assumeWorks("Go", "go", "version");
        SdkProject project = SdkProject.copy(Path.of("src/test/go"), Path.of("target/go-sdk"));

        project.run(
                Map.of(
                        "GATEWAY_URL",
                        gateway.uri().toString(),
                        "ALICE_TOKEN",
                        Tokens.of("alice"),
                        "HOST_TOKEN",
                        Tokens.of("host")),
                "go",
                "test",
                "-count=1",
                "./...");
    }
}
