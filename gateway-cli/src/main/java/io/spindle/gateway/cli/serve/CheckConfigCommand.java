package io.spindle.gateway.cli.serve;

import io.spindle.gateway.SettingsException;
import io.spindle.gateway.cli.assembly.LastingParts;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.settings.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code checkconfig}: everything that a start checks, without one. */
public final class CheckConfigCommand implements Callable<Integer> {
    private static final String CONFIG = "--config";
    private static final String ALLOW_UNSUPPORTED = "--allow-unsupported";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private CheckConfigCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new CheckConfigCommand(console).spec;
        spec.usageMessage()
                .description("Says what a start would find wrong with a configuration file and the environment; nothing"
                        + " if all is well.")
                .footer("", "Example:", "  java -jar spindle.jar checkconfig --config config.json");
        spec.addOption(OptionSpec.builder("-c", CONFIG)
                .type(String.class)
                .paramLabel("<file>")
                .required(true)
                .description("The configuration file.")
                .build());
        spec.addOption(OptionSpec.builder("-s", "--strict")
                .description("Accepted for scripts made for Centrifugo: unknown keys are always faults here.")
                .build());
        spec.addOption(OptionSpec.builder(ALLOW_UNSUPPORTED)
                .description("Let pass what the file asks for and the gateway does not have.")
                .build());
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        ServeRequest request = new ServeRequest(
                false,
                Optional.of(given.matchedOptionValue(CONFIG, "")),
                given.hasMatchedOption(ALLOW_UNSUPPORTED),
                Map.of(),
                Map.of());
        Preparation preparation =
                new Preparation(request, new Environment(console.environment()), LastingParts.fresh());
        Optional<ServePlan> plan = preparation.plan();
        if (plan.isEmpty()) {
            return console.report(preparation.faults());
        }
        try {
            GatewayRun.made(console, plan.get(), plan.get().decisions());
            return ExitCode.OK;
        } catch (SettingsException e) {
            e.faults().forEach(console.err()::println);
            console.err().flush();
            return ExitCode.FAILED;
        } finally {
            plan.get().policy().close();
        }
    }
}
