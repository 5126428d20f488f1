package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.ExitCode;
import io.spindle.gateway.cli.command.SettingOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.GoDuration;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingsReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code gentoken}: a connection token for a user, as Centrifugo's command of this name makes it. */
public final class GenTokenCommand implements Callable<Integer> {
    private static final String USER = "--user";
    private static final String NAME = "--name";
    private static final String TTL = "--ttl";
    private static final String QUIET = "--quiet";
    private static final long DEFAULT_TTL_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long FOR_EVER = -1;
    private static final long MAX_TTL_SECONDS = Duration.ofDays(36_500).toSeconds();
    private static final List<Setting<?>> SETTINGS = List.of(AccessSettings.TOKEN_HMAC_SECRET_KEY);

    private static final Fault NO_SECRET = Fault.missing(
            AccessSettings.TOKEN_HMAC_SECRET_KEY,
            "the secret of the gateway; or " + AccessSettings.TOKEN_HMAC_SECRET_KEY.fileFlag());

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
                        "  TOKEN=$(java -jar spindle.jar gentoken -u 42 -q)");
        spec.addOption(option("-u", USER, String.class, "<user>", "User of the token (sub); none: anonymous."));
        spec.addOption(option("-n", NAME, String.class, "<name>", "Name that others see for the user."));
        spec.addOption(option(
                "-t", TTL, Long.class, "<seconds>", "Life of the token, 604800 if not given; -1: it never expires."));
        spec.addOption(OptionSpec.builder("-q", QUIET)
                .description("Print the token only, without a line end.")
                .build());
        SettingOptions.add(spec, SETTINGS);
        return spec;
    }

    private static OptionSpec option(String letter, String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(letter, name)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build();
    }

    @Override
    public Integer call() {
        ParseResult given = spec.commandLine().getParseResult();
        Optional<Duration> timeToLive = timeToLive(given.matchedOptionValue(TTL, DEFAULT_TTL_SECONDS));
        SettingsReader reader =
                new SettingsReader(SettingOptions.given(given, SETTINGS), new Environment(console.environment()));
        Optional<String> secret = reader.read(SETTINGS).find(AccessSettings.TOKEN_HMAC_SECRET_KEY);
        if (secret.isPresent() && reader.faults().isEmpty()) {
            print(given, timeToLive, TokenIssuer.hmac(secret.get(), Clock.systemUTC()));
            return ExitCode.OK;
        }
        return console.report(reader.faults().isEmpty() ? List.of(NO_SECRET) : reader.faults());
    }

    /** As in Centrifugo, also 0 makes a token that never expires. */
    private Optional<Duration> timeToLive(long seconds) {
        if (seconds < FOR_EVER || seconds > MAX_TTL_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(),
                    TTL + ": " + seconds + " (expected: seconds, at most " + MAX_TTL_SECONDS + "; or -1)");
        }
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    private void print(ParseResult given, Optional<Duration> timeToLive, TokenIssuer issuer) {
        String user = given.matchedOptionValue(USER, "");
        Optional<String> name = Optional.ofNullable(given.matchedOptionValue(NAME, (String) null));
        String token = issuer.issue(user, timeToLive, name);
        if (given.hasMatchedOption(QUIET)) {
            console.out().print(token);
        } else {
            String life = timeToLive
                    .map(ttl -> "with expiration TTL " + GoDuration.format(ttl))
                    .orElse("without expiration");
            String holder = user.isEmpty() ? "anonymous user" : "user \"" + user + "\"";
            console.out().println("HMAC SHA-256 JWT for " + holder + " " + life + ":");
            console.out().println(token);
        }
        console.out().flush();
    }
}
