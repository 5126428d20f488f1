package io.spindle.gateway.cli;

import io.spindle.gateway.cli.command.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** A call of the launcher within this process: what it printed, and its exit code. */
public record Calls(int exitCode, String out, String err) {
    public static Calls of(String... arguments) {
        return with(Map.of(), arguments);
    }

    public static Calls with(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(environment, new PrintWriter(out, true), new PrintWriter(err, true));
        int exitCode = CommandTree.of(console, arguments).execute(arguments);
        return new Calls(exitCode, out.toString(), err.toString());
    }
}
