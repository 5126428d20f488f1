package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code gentoken}: a connection token for a user, as Centrifugo's command of this name makes it. */
public final class GenTokenCommand implements Callable<Integer> {
    private static final String NAME = "--name";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private GenTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new GenTokenCommand(console).spec;
        spec.usageMessage()
                .description("Makes a connection token, signed with the secret of the gateway (HS256).")
                .footer(
                        "",
                        "Examples:",
                        "  java -jar spindle.jar gentoken --user 42 --name Ada --ttl 3600",
                        "  TOKEN=$(java -jar spindle.jar gentoken -c config.json -u 42 -q)");
        IssueOptions.add(spec);
        spec.addOption(IssueOptions.option("-n", NAME, String.class, "<name>", "Name that others see for the user."));
        TokenKeys.addSigning(spec);
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        IssueOptions options = new IssueOptions(spec);
        Optional<Duration> timeToLive = options.timeToLive();
        TokenKeys keys = TokenKeys.signing(spec, console);
        Optional<TokenIssuer> issuer = keys.connectionIssuer();
        if (issuer.isEmpty()) {
            return console.report(keys.faults());
        }
        Optional<String> name = Optional.ofNullable(given.matchedOptionValue(NAME, (String) null));
        options.print(console, issuer.get().issue(options.user(), timeToLive, name), "");
        return ExitCode.OK;
    }
}
