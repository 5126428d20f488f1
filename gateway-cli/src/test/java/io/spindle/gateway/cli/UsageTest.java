package io.spindle.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.settings.AllSettings;
import io.spindle.gateway.cli.settings.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "help",
                "help serve",
                "serve --help",
                "gentoken -h",
                "help gentoken",
                "version --help",
                "checkconfig -h",
                "defaultconfig -h",
                "genconfig -h",
                "gensubtoken -h",
                "checktoken -h",
                "checksubtoken -h"
            })
    void helpIsTidyAt80Columns(String call) {
        assertEquals(0, run(call));

        assertTrue(out.toString().startsWith("Usage: spindle"), out::toString);
        out.toString().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals("", err.toString());
    }

    @Test
    void theHelpOfServeNamesEveryFlagAndVariable() {
        run("serve --help");

        String unbroken = out.toString().replaceAll("_\n +", "_");
        for (Setting<?> setting : AllSettings.TABLE) {
            String value = setting.kind().isSwitch() ? "[=" : "=";
            assertTrue(unbroken.contains(setting.flag() + value), setting.flag());
            assertTrue(unbroken.contains("[" + setting.name()), setting.name());
        }
    }

    @Test
    void versionNamesSpindleAndTheJvm() {
        assertEquals(0, run("version"));

        assertTrue(out.toString().matches("Spindle \\S+ \\(Java .+\\)\\R"), out::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sevre",
                "--nope",
                "serve --nope",
                "serve now",
                "serve --websocket-port",
                "serve --websocket-port=1 --websocket-port=2",
                "serve -c config.json --client.channel_limit=1 --client-channel-limit=2",
                "serve -c config.json --client.channel_limt=1",
                "serve --client.channel_limit=1",
                "serve --policy-setting cache",
                "gentoken --ttl soon",
                "gentoken --ttl -2",
                "gentoken -u",
                "checkconfig",
                "checktoken",
                "gensubtoken -u 42",
                "help nope",
                "version 2"
            })
    void aWrongCallExitsWith2AndSaysWhatIsWrong(String call) {
        assertEquals(2, run(call));

        assertTrue(err.toString().lines().findFirst().orElse("").length() > 10, err::toString);
        assertTrue(err.toString().lines().count() <= 3, err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aMisspeltFlagIsAnsweredWithTheNearest() {
        run("serve --redis-ulr=redis://localhost");

        assertTrue(err.toString().contains("--redis-url"), err::toString);
    }

    @Test
    void aBadValueOfAFlagIsWrongUsage() {
        assertEquals(2, run("serve --embedded --ws-ping-interval 25 --http-port web"));

        assertEquals(2, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith("--http-port: \"web\" (expected: "), err::toString);
    }

    private int run(String call) {
        Console console = new Console(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
        String[] arguments = call.isEmpty() ? new String[0] : call.split(" ");
        return CommandTree.of(console, arguments).execute(arguments);
    }
}
