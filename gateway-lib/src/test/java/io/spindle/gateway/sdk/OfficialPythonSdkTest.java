package io.spindle.gateway.sdk;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.conformance.Proves;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official Python SDK, unmodified, on JSON and on Protobuf; what it is asked to do is in {@code src/test/python}. */
class OfficialPythonSdkTest {
    @RegisterExtension
    static final GatewayExtension gateway = SdkGateway.extension();

    @Test
    @Proves({"R21", "S20"})
    void theOfficialPythonSdkFindsWhatItReliesOn() throws Exception {
        SdkProject.assumeWorks("Python", "python3", "-c", "import pip, sys; sys.exit(sys.version_info < (3, 10))");
        SdkProject project = SdkProject.copy(Path.of("src/test/python"), Path.of("target/python-sdk"));
        project.run(
                Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--upgrade",
                "--require-hashes",
                "--only-binary=:all:",
                "--target=lib",
                "--requirement=requirements.txt");

        project.run(
                Map.of(
                        "PYTHONPATH",
                        "lib",
                        "GATEWAY_URL",
                        gateway.uri().toString(),
                        "ALICE_TOKEN",
                        Tokens.of("alice"),
                        "HOST_TOKEN",
                        Tokens.of("host")),
                "python3",
                "sdk_test.py");
    }
}
