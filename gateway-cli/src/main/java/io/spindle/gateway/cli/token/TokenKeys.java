package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.assembly.TokenAssembly;
import io.spindle.gateway.cli.command.Console;
import io.spindle.gateway.cli.command.SettingOptions;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.config.TokenOptions;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The keys that tokens are signed with and verified by: those of a file, with variables and flags over it. */
final class TokenKeys {
    private static final String CONFIG = "--config";
    private static final List<Setting<?>> SIGNING = List.of(AccessSettings.TOKEN_HMAC_SECRET_KEY);
    private static final List<Setting<?>> VERIFYING = List.of(
            AccessSettings.TOKEN_HMAC_SECRET_KEY,
            AccessSettings.TOKEN_RSA_PUBLIC_KEY,
            AccessSettings.TOKEN_ECDSA_PUBLIC_KEY,
            AccessSettings.TOKEN_EDDSA_PUBLIC_KEY);

    private final ClientOptions client = ConfigOptions.ROOT.client;
    private final List<Fault> faults = new ArrayList<>();
    private final Optional<SettingValues> values;

    private TokenKeys(Optional<String> file, Map<String, String> flags, Environment environment) {
        this.values = read(file, flags, environment);
    }

    /** Adds the flags that say with which keys tokens are verified. */
    static void addVerifying(CommandSpec spec) {
        add(spec, VERIFYING);
    }

    /** Adds the flags that say with which key tokens are signed. */
    static void addSigning(CommandSpec spec) {
        add(spec, SIGNING);
    }

    private static void add(CommandSpec spec, List<Setting<?>> settings) {
        spec.addOption(OptionSpec.builder("-c", CONFIG)
                .type(String.class)
                .paramLabel("<file>")
                .description("Configuration file with the keys.")
                .build());
        SettingOptions.add(spec, settings);
    }

    static TokenKeys verifying(CommandSpec spec, Console console) {
        return of(spec, console, VERIFYING);
    }

    static TokenKeys signing(CommandSpec spec, Console console) {
        return of(spec, console, SIGNING);
    }

    private static TokenKeys of(CommandSpec spec, Console console, List<Setting<?>> settings) {
        ParseResult given = spec.commandLine().getParseResult();
        return new TokenKeys(
                Optional.ofNullable(given.matchedOptionValue(CONFIG, (String) null)),
                SettingOptions.given(given, settings),
                new Environment(console.environment()));
    }

    /** What was wrong so far; nothing else counts if there is something. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Empty, with a fault, if there is no HMAC secret. */
    Optional<TokenIssuer> connectionIssuer() {
        return values.flatMap(each -> issuer(each, client.token));
    }

    /** With the keys of subscription tokens, if they have some of their own. */
    Optional<TokenIssuer> subscriptionIssuer() {
        return values.flatMap(each ->
                issuer(each, each.get(client.subscriptionTokenEnabled) ? client.subscriptionToken : client.token));
    }

    /** Empty, with a fault, if there is no key. */
    Optional<JwtAuthenticator> connectionTokens() {
        return values.flatMap(each -> connectionTokens(each, client.token));
    }

    /** Empty, with a fault, if there is no key. */
    Optional<SubscriptionTokens> subscriptionTokens() {
        return values.flatMap(each -> {
            if (!each.get(client.subscriptionTokenEnabled)) {
                return connectionTokens(each, client.token).map(JwtAuthenticator::subscriptionTokens);
            }
            return checked(
                    client.subscriptionToken,
                    new TokenAssembly(each, faults::add).subscriptionTokens(Optional.empty()));
        });
    }

    private Optional<SettingValues> read(Optional<String> file, Map<String, String> flags, Environment environment) {
        try {
            Configuration read = file.isPresent()
                    ? Configuration.read(file.get(), flags, environment)
                    : Configuration.withoutFile(flags, environment);
            read.faults().stream().filter(TokenKeys::isOfTokens).forEach(faults::add);
            return Optional.of(read.values()).filter(each -> faults.isEmpty());
        } catch (BadFileException e) {
            faults.add(new Fault(CONFIG, CONFIG + ": " + e.getMessage(), false));
            return Optional.empty();
        }
    }

    /** Whatever else is wrong with the file is not the business of a token. */
    private static boolean isOfTokens(Fault fault) {
        return fault.setting().contains("TOKEN_") || fault.setting().contains("token.");
    }

    private Optional<TokenIssuer> issuer(SettingValues read, TokenOptions options) {
        Optional<TokenIssuer> issuer =
                read.find(options.hmacSecretKey).map(secret -> TokenIssuer.hmac(secret, Clock.systemUTC()));
        if (issuer.isEmpty()) {
            faults.add(noKey(options, "the secret of the gateway"));
        }
        return issuer.map(each ->
                read.find(options.userIdClaim).map(each::withUserIdClaim).orElse(each));
    }

    private Optional<JwtAuthenticator> connectionTokens(SettingValues read, TokenOptions options) {
        return checked(
                options,
                new TokenAssembly(read, faults::add)
                        .connectionTokens(read.find(AccessSettings.TOKEN_HMAC_SECRET_KEY), false));
    }

    private <T> Optional<T> checked(TokenOptions options, Optional<T> verifier) {
        if (verifier.isEmpty() && faults.isEmpty()) {
            faults.add(noKey(options, "a key of the gateway"));
        }
        return verifier;
    }

    private static Fault noKey(TokenOptions options, String expected) {
        return Fault.missing(
                options.hmacSecretKey,
                expected + "; as this variable, or as " + options.hmacSecretKey.path() + " in a file named by "
                        + CONFIG);
    }
}
