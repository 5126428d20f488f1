package io.spindle.gateway.cli.generate;

import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.file.FileFormat;
import io.spindle.gateway.cli.file.FileValue.Items;
import io.spindle.gateway.cli.file.FileValue.Scalar;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code genconfig}: a file to begin with, with secrets of its own. */
public final class GenConfigCommand implements Callable<Integer> {
    private static final String CONFIG = "--config";
    private static final int SECRET_BYTES = 64;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private GenConfigCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new GenConfigCommand(console).spec;
        spec.usageMessage()
                .description("Writes a configuration file to begin with, with random secrets.")
                .footer("", "Example:", "  java -jar spindle.jar genconfig --config config.yaml");
        spec.addOption(OptionSpec.builder("-c", CONFIG)
                .type(String.class)
                .paramLabel("<file>")
                .description("File to be made, config.json if not given; its ending says the format.")
                .build());
        return spec;
    }

    @Override
    public Integer call() {
        String name = spec.commandLine().getParseResult().matchedOptionValue(CONFIG, "config.json");
        try {
            return NewFile.write(console, name, FileWriting.of(outline(), FileFormat.of(name)));
        } catch (BadFileException e) {
            throw new ParameterException(spec.commandLine(), CONFIG + ": " + e.getMessage(), e);
        }
    }

    private static Outline outline() {
        Outline outline = new Outline();
        outline.put("client.token.hmac_secret_key", secret(), "Secret that tokens are signed with.");
        outline.put("client.allowed_origins", new Items(List.of()), "Origins of web pages that may connect.");
        outline.put("http_api.key", secret(), "Key of the server API.");
        return outline;
    }

    private static Scalar secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Scalar(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), false);
    }
}
