package io.spindle.gateway.cli.token;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.assembly.TokenAssembly;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.Configuration;
import io.spindle.gateway.cli.config.TokenOptions;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
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

    private final ClientOptions client = ConfigOptions.ROOT.client;
    private final List<Fault> faults = new ArrayList<>();
    private final Optional<SettingValues> values;

    private TokenKeys(Optional<String> file, Map<String, String> flags, Environment environment) {
        this.values = read(file, flags, environment);
    }

    /** Adds the flag that names the file. */
    static void addFlag(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-c", CONFIG)
                .type(String.class)
                .paramLabel("<file>")
                .description("Configuration file with the keys.")
                .build());
    }

    /** @param flags of settings, by their names */
    static TokenKeys of(ParseResult given, Map<String, String> flags, Environment environment) {
        return new TokenKeys(Optional.ofNullable(given.matchedOptionValue(CONFIG, (String) null)), flags, environment);
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
