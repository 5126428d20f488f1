package io.spindle.gateway.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.Calls;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.Read;
import io.spindle.gateway.cli.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "config.yaml", "config.yml", "config.toml"})
    void aFileToBeginWithIsGoodAndForItsOwnerAlone(String name) throws IOException {
        Path file = folder.resolve(name);

        assertEquals(new Calls(0, "", ""), Calls.of("genconfig", "-c", file.toString()));

        assertEquals(new Calls(0, "", ""), Calls.of("checkconfig", "-c", file.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Path other = folder.resolve("other-" + name);
        Calls.of("genconfig", "-c", other.toString());
        assertNotEquals(Files.readString(file), Files.readString(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"genconfig", "defaultconfig"})
    void aFileThatIsThereIsLeftAsItIs(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{}");

        Calls call = Calls.of(command, "-c", file.toString());

        assertEquals(1, call.exitCode());
        assertTrue(call.err().contains("there already"), call.err());
        assertEquals("{}", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "config.yaml", "config.toml"})
    void aFileOfAllDefaultsSaysTheSameAsAnEmptyOne(String name) throws IOException {
        Path file = folder.resolve(name);

        assertEquals(new Calls(0, "", ""), Calls.of("defaultconfig", "-c", file.toString()));

        Read read = Read.text(Files.readString(file), name.substring(name.indexOf('.')), Map.of(), Map.of());
        Read empty = Read.json("{}");
        assertEquals(java.util.List.of(), read.faults());
        for (Setting<?> setting : ConfigOptions.table()) {
            assertEquals(empty.values().find(setting), read.values().find(setting), setting.path());
        }
    }

    @Test
    void theDefaultsArePrintedWithTheirComments() {
        Calls call = Calls.of("defaultconfig");

        assertEquals(0, call.exitCode());
        assertTrue(
                call.out()
                        .contains(
                                "  # Whether clients need no token and have every permission; for development alone.\n"
                                        + "  insecure: false\n"),
                call.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "config.yaml", "config.toml"})
    void valuesOfABaseAndOfTheEnvironmentAreKept(String name) throws IOException {
        Path file = folder.resolve(name);

        Calls call = Calls.with(
                Map.of(
                        "CENTRIFUGO_CLIENT_CHANNEL_LIMIT",
                        "7",
                        "CENTRIFUGO_PROXIES_ORDERS_HTTP_STATIC_HEADERS",
                        "{\"A.b\":\"c\"}"),
                "defaultconfig",
                "-b",
                Read.path("proxies.json"),
                "-c",
                file.toString());

        assertEquals(new Calls(0, "", ""), call);
        Read read = Read.text(Files.readString(file), name.substring(name.indexOf('.')), Map.of(), Map.of());
        assertEquals(java.util.List.of(), read.faults());
        assertEquals(7, read.get(io.spindle.gateway.cli.settings.LimitSettings.CHANNEL_LIMIT));
        assertEquals("http://app:3000/connect", read.get(Read.ROOT.client.connectProxy.endpoint));
        var orders = read.entries(Read.ROOT.proxies).get(0);
        assertEquals("http://orders:3000/cf", orders.get(ConfigOptions.PROXY.proxy.endpoint));
        assertEquals(
                Map.of("A.b", "c"),
                orders.get(ConfigOptions.PROXY.proxy.staticHeaders).given());
        assertEquals(
                "orders",
                read.namespace("orders")
                        .get(io.spindle.gateway.cli.config.ChannelOptions.ENTRY.options.publishProxyName));
    }

    @Test
    void secretsAreWrittenToFilesAndNotPrinted() throws IOException {
        String base = Read.path("hmac.json");
        Path file = folder.resolve("all.json");

        Calls printed = Calls.of("defaultconfig", "-b", base, "-c", file.toString(), "--dry-run");
        Calls written = Calls.of("defaultconfig", "-b", base, "-c", file.toString());

        assertTrue(!printed.out().contains("s3cret") && !printed.out().contains("api-key"), printed.out());
        assertEquals(0, written.exitCode());
        assertTrue(Files.readString(file).contains("\"hmac_secret_key\": \"s3cret\""));
    }
}
