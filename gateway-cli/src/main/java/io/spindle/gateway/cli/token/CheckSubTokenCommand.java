package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.SubscriptionToken;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.command.SettingOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code checksubtoken}: whether a client could subscribe with a token. */
public final class CheckSubTokenCommand implements Callable<Integer> {
    private static final List<Setting<?>> SETTINGS = List.of(
            AccessSettings.TOKEN_HMAC_SECRET_KEY,
            AccessSettings.TOKEN_RSA_PUBLIC_KEY,
            AccessSettings.TOKEN_ECDSA_PUBLIC_KEY,
            AccessSettings.TOKEN_EDDSA_PUBLIC_KEY);

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private CheckSubTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new CheckSubTokenCommand(console).spec;
        spec.usageMessage().description("Says whether a client could subscribe with a token, and what it says.");
        GivenToken.add(spec);
        TokenKeys.addFlag(spec);
        SettingOptions.add(spec, SETTINGS);
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        TokenKeys keys =
                TokenKeys.of(given, SettingOptions.given(given, SETTINGS), new Environment(console.environment()));
        Optional<SubscriptionTokens> verifier = keys.subscriptionTokens();
        if (verifier.isEmpty()) {
            return console.report(keys.faults());
        }
        GivenToken token = GivenToken.of(spec);
        SubscriptionToken answer =
                verifier.get().verify(token.text()).toCompletableFuture().join();
        if (answer instanceof SubscriptionToken.Valid valid) {
            String holder = valid.userId().isEmpty() ? "anonymous user" : "user \"" + valid.userId() + "\"";
            console.out()
                    .println("valid subscription token for " + holder + " and channel \"" + valid.channel() + "\"");
            console.out().println("payload: " + token.payload());
            console.out().flush();
            return ExitCode.OK;
        }
        String reason = answer instanceof SubscriptionToken.Invalid invalid ? invalid.reason() : "token expired";
        console.err().println("error: token with claims " + token.payload() + " has error: " + reason);
        console.err().flush();
        return ExitCode.FAILED;
    }
}
