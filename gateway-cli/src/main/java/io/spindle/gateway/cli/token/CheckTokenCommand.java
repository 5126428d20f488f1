package io.spindle.gateway.cli.token;

import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.command.SettingOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code checktoken}: whether a client could connect with a token. */
public final class CheckTokenCommand implements Callable<Integer> {
    private static final List<Setting<?>> SETTINGS = List.of(
            AccessSettings.TOKEN_HMAC_SECRET_KEY,
            AccessSettings.TOKEN_RSA_PUBLIC_KEY,
            AccessSettings.TOKEN_ECDSA_PUBLIC_KEY,
            AccessSettings.TOKEN_EDDSA_PUBLIC_KEY);

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    private CheckTokenCommand(Console console) {
        this.console = console;
    }

    public static CommandSpec spec(Console console) {
        CommandSpec spec = new CheckTokenCommand(console).spec;
        spec.usageMessage().description("Says whether a client could connect with a token, and what it says.");
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
            console.out().println("valid token for " + holder);
            console.out().println("payload: " + token.payload());
            console.out().flush();
            return ExitCode.OK;
        }
        console.err().println("error: token with claims " + token.payload() + " has error: " + reason(answer));
        console.err().flush();
        return ExitCode.FAILED;
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
