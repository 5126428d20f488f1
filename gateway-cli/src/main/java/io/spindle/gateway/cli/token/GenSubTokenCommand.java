package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code gensubtoken}: a subscription token for a user and a channel, as Centrifugo's command of this name makes it. */
public final class GenSubTokenCommand implements Callable<Integer> {
    private static final String CHANNEL = "--channel";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private GenSubTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new GenSubTokenCommand(console).spec;
        spec.usageMessage()
                .description("Makes a subscription token, signed with the secret of the gateway (HS256).")
                .footer("", "Example:", "  java -jar spindle.jar gensubtoken -c config.json -u 42 -s '$news'");
        IssueOptions.add(spec);
        spec.addOption(IssueOptions.option("-s", CHANNEL, String.class, "<channel>", "Channel that the token is for."));
        TokenKeys.addSigning(spec);
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        IssueOptions options = new IssueOptions(spec);
        Optional<Duration> timeToLive = options.timeToLive();
        String channel = given.matchedOptionValue(CHANNEL, "");
        if (channel.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), CHANNEL + ": not given (expected: the channel that the token is for)");
        }
        TokenKeys keys = TokenKeys.signing(spec, console);
        Optional<TokenIssuer> issuer = keys.subscriptionIssuer();
        if (issuer.isEmpty()) {
            return console.report(keys.faults());
        }
        String token = issuer.get().issueSubscription(options.user(), channel, timeToLive);
        options.print(console, token, " and channel \"" + channel + "\"");
        return ExitCode.OK;
    }
}
