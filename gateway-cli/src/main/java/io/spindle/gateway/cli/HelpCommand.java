package io.spindle.gateway.cli;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code help [command]}: the usage text. The parser brings such a command, found by reflection alone. */
final class HelpCommand implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private HelpCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec(Console console) {
        CommandSpec spec = new HelpCommand(console).spec;
        spec.usageMessage().description("Shows the help of a command.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("<command>")
                .type(String.class)
                .description("The command.")
                .build());
        return spec;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        Optional<String> name =
                Optional.ofNullable(spec.commandLine().getParseResult().matchedPositionalValue(0, (String) null));
        CommandLine wanted = name.map(root.getSubcommands()::get).orElse(root);
        if (name.isPresent() && wanted == root) {
            console.err().println("No such command: " + name.get());
            return ExitCode.USAGE;
        }
        wanted.usage(console.out());
        return ExitCode.OK;
    }
}
