package io.spindle.gateway.cli.token;

import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.cli.command.Console;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code checktoken}: whether a client could connect with a token. */
public final class CheckTokenCommand implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private CheckTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new CheckTokenCommand(console).spec;
        spec.usageMessage().description("Says whether a client could connect with a token, and what it says.");
        GivenToken.add(spec);
        TokenKeys.addVerifying(spec);
        return spec;
    }

    @Override
    public Integer call() {
        TokenKeys keys = TokenKeys.verifying(spec, console);
        Optional<JwtAuthenticator> verifier = keys.connectionTokens();
        if (verifier.isEmpty()) {
            return console.report(keys.faults());
        }
        GivenToken token = GivenToken.of(spec);
        Authentication answer = verifier.get()
                .authenticate(attempt(token))
                .toCompletableFuture()
                .join();
        if (answer instanceof Authentication.Accepted accepted) {
            String holder = accepted.userId().isEmpty() ? "anonymous user" : "user " + accepted.userId();
            return token.printValid(console, "valid token for " + holder);
        }
        return token.printInvalid(console, reason(answer));
    }

    private static ConnectAttempt attempt(GivenToken token) {
        return new ConnectAttempt(
                "checktoken",
                token.text(),
                Optional.empty(),
                "",
                "",
                Set.of(),
                new ClientTransport("websocket", "json", Map.of(), Map.of()));
    }

    private static String reason(Authentication answer) {
        if (answer instanceof Authentication.Refused refused) {
            return refused.error().message();
        }
        return answer instanceof Authentication.Disconnected ended
                ? ended.disconnect().reason()
                : "refused";
    }
}
