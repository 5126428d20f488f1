package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.SubscriptionToken;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.cli.command.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code checksubtoken}: whether a client could subscribe with a token. */
public final class CheckSubTokenCommand implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private CheckSubTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new CheckSubTokenCommand(console).spec;
        spec.usageMessage().description("Says whether a client could subscribe with a token, and what it says.");
        GivenToken.add(spec);
        TokenKeys.addVerifying(spec);
        return spec;
    }

    @Override
    public Integer call() {
        TokenKeys keys = TokenKeys.verifying(spec, console);
        Optional<SubscriptionTokens> verifier = keys.subscriptionTokens();
        if (verifier.isEmpty()) {
            return console.report(keys.faults());
        }
        GivenToken token = GivenToken.of(spec);
        SubscriptionToken answer =
                verifier.get().verify(token.text()).toCompletableFuture().join();
        if (answer instanceof SubscriptionToken.Valid valid) {
            String holder = valid.userId().isEmpty() ? "anonymous user" : "user \"" + valid.userId() + "\"";
            return token.printValid(
                    console, "valid subscription token for " + holder + " and channel \"" + valid.channel() + "\"");
        }
        return token.printInvalid(
                console, answer instanceof SubscriptionToken.Invalid invalid ? invalid.reason() : "token expired");
    }
}
