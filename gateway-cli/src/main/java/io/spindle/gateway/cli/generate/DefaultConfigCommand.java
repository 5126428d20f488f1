package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.FileFormat;
import io.spindle.gateway.cli.settings.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code defaultconfig}: every setting of a configuration file with what counts where nothing else is said. */
public final class DefaultConfigCommand implements Callable<Integer> {
    private static final String CONFIG = "--config";
    private static final String BASE = "--base";
    private static final String DRY_RUN = "--dry-run";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private DefaultConfigCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new DefaultConfigCommand(console).spec;
        spec.usageMessage()
                .description(
                        "Prints every setting of a configuration file, with its comment and its default, as YAML; or"
                                + " writes it to a file.",
                        "What the environment says takes the place of defaults. Secrets are written to files alone.")
                .footer(
                        "",
                        "Examples:",
                        "  java -jar spindle.jar defaultconfig",
                        "  java -jar spindle.jar defaultconfig --base config.json --config all.yaml");
        spec.addOption(file("-c", CONFIG, "File to be made; its ending says the format."));
        spec.addOption(file("-b", BASE, "Configuration file whose values take the place of defaults."));
        spec.addOption(OptionSpec.builder("-d", DRY_RUN)
                .description("Print what would be written.")
                .build());
        return spec;
    }

    private static OptionSpec file(String letter, String name, String description) {
        return OptionSpec.builder(letter, name)
                .type(String.class)
                .paramLabel("<file>")
                .description(description)
                .build();
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        Optional<String> target = Optional.ofNullable(given.matchedOptionValue(CONFIG, (String) null));
        Optional<String> base = Optional.ofNullable(given.matchedOptionValue(BASE, (String) null));
        FileFormat format = target.map(this::format).orElse(FileFormat.YAML);
        Configuration configuration;
        try {
            Environment environment = new Environment(console.environment());
            configuration = base.isPresent()
                    ? Configuration.read(base.get(), Map.of(), environment)
                    : Configuration.withoutFile(Map.of(), environment);
        } catch (BadFileException e) {
            console.err().println(BASE + ": " + e.getMessage());
            console.err().flush();
            return ExitCode.FAILED;
        }
        if (!configuration.faults().isEmpty()) {
            return console.report(configuration.faults());
        }
        boolean print = target.isEmpty() || given.hasMatchedOption(DRY_RUN);
        String text = FileWriting.of(new DefaultOutline(configuration, !print).outline(), format);
        if (!print) {
            return NewFile.write(console, target.get(), text);
        }
        console.out().print(text);
        console.out().flush();
        return ExitCode.OK;
    }

    private FileFormat format(String name) {
        try {
            return FileFormat.of(name);
        } catch (BadFileException e) {
            throw new ParameterException(spec.commandLine(), CONFIG + ": " + e.getMessage(), e);
        }
    }
}
