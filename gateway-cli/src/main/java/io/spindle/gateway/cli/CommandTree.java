package io.spindle.gateway.cli;

import io.spindle.gateway.Version;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.generate.DefaultConfigCommand;
import io.spindle.gateway.cli.generate.GenConfigCommand;
import io.spindle.gateway.cli.serve.CheckConfigCommand;
import io.spindle.gateway.cli.serve.ServeCommand;
import io.spindle.gateway.cli.token.CheckSubTokenCommand;
import io.spindle.gateway.cli.token.CheckTokenCommand;
import io.spindle.gateway.cli.token.GenSubTokenCommand;
import io.spindle.gateway.cli.token.GenTokenCommand;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands. Put together without annotations: finding those by reflection is slower, and the start is timed. */
final class CommandTree {
    private CommandTree() {}

    /** @param arguments of the call: which flags there are depends on whether they name a configuration file */
    static CommandLine of(Console console, String... arguments) {
        CommandSpec root = CommandSpec.create().name("spindle");
        root.usageMessage()
                .description("The real-time gateway: the Centrifuge client protocol over WebSocket.")
                .footer(
                        "",
                        "Examples:",
                        "  java -jar spindle.jar serve --embedded      try it: no Redis, token printed",
                        "  java -jar spindle.jar serve --help          all settings",
                        "  java -jar spindle.jar gentoken -u 42        a token for user 42",
                        "",
                        "Exit codes: 0 done, 1 failed, 2 wrong usage.");
        root.versionProvider(() -> new String[] {versionLine()});
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
        root.addSubcommand("serve", ServeCommand.spec(console, namesFile(arguments)));
        root.addSubcommand("checkconfig", CheckConfigCommand.spec(console));
        root.addSubcommand("defaultconfig", DefaultConfigCommand.spec(console));
        root.addSubcommand("genconfig", GenConfigCommand.spec(console));
        root.addSubcommand("gentoken", GenTokenCommand.spec(console));
        root.addSubcommand("gensubtoken", GenSubTokenCommand.spec(console));
        root.addSubcommand("checktoken", CheckTokenCommand.spec(console));
        root.addSubcommand("checksubtoken", CheckSubTokenCommand.spec(console));
        root.addSubcommand("version", version(console));
        root.addSubcommand("help", HelpCommand.spec(console));
        return assembled(root, console);
    }

    private static boolean namesFile(String... arguments) {
        return Stream.of(arguments)
                .anyMatch(each -> each.startsWith("-c") || each.equals("--config") || each.startsWith("--config="));
    }

    private static CommandLine assembled(CommandSpec root, Console console) {
        root.subcommands().forEach((name, command) -> withHelp(command.getCommandSpec()));
        CommandLine line = new CommandLine(withHelp(root));
        return line.setOut(console.out())
                .setErr(console.err())
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(new UsageFaults())
                .setExecutionExceptionHandler(new UnexpectedFaults())
                .setUsageHelpWidth(80);
    }

    private static String versionLine() {
        return "Spindle " + Version.NUMBER + " (Java " + Runtime.version() + ")";
    }

    private static CommandSpec version(Console console) {
        Callable<Integer> print = () -> {
            console.out().println(versionLine());
            return ExitCode.OK;
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(print);
        spec.usageMessage().description("Prints the version.");
        return spec;
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        if (!spec.optionsMap().containsKey("--help")) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help and exit.")
                    .build());
        }
        return spec;
    }
}
