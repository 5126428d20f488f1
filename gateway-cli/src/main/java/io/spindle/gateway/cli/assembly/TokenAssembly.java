package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.JwtAuthenticatorBuilder;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.auth.SubscriptionTokensBuilder;
import io.spindle.gateway.auth.TokenSettings;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.config.TokenOptions;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who verifies tokens. */
public final class TokenAssembly {
    private final SettingValues values;
    private final Consumer<Fault> faults;
    private final ClientOptions client = ConfigOptions.ROOT.client;

    public TokenAssembly(SettingValues values, Consumer<Fault> faults) {
        this.values = values;
        this.faults = faults;
    }

    /**
     * What verifies connection tokens.
     *
     * @param secret in place of {@code client.token.hmac_secret_key}
     * @param alone whether it also decides about clients without a token
     * @return empty if nothing is configured, so that no token is valid; and if there is a fault
     */
    public Optional<JwtAuthenticator> connectionTokens(Optional<String> secret, boolean alone) {
        boolean anonymous = alone && values.get(AccessSettings.ANONYMOUS);
        if (secret.isEmpty() && !anonymous && !believesSomeone(client.token)) {
            return Optional.empty();
        }
        JwtAuthenticatorBuilder builder = JwtAuthenticator.builder()
                .allowAnonymous(anonymous)
                .disallowAnonymousTokens(values.get(client.disallowAnonymousConnectionTokens));
        secret.ifPresent(builder::hmacSecret);
        return apply(client.token, builder) ? built(client.token, builder::build) : Optional.empty();
    }

    /**
     * What verifies subscription tokens: keys of their own, or those of connection tokens.
     *
     * @return empty if no subscription token is valid
     */
    public Optional<SubscriptionTokens> subscriptionTokens(Optional<JwtAuthenticator> connectionTokens) {
        if (!values.get(client.subscriptionTokenEnabled)) {
            return connectionTokens.map(JwtAuthenticator::subscriptionTokens);
        }
        TokenOptions options = client.subscriptionToken;
        SubscriptionTokensBuilder builder = SubscriptionTokens.builder();
        values.find(options.hmacSecretKey).ifPresent(builder::hmacSecret);
        return apply(options, builder) ? built(options, builder::build) : Optional.empty();
    }

    /** Whether any token at all can be valid by these options. */
    public boolean believesSomeone(TokenOptions options) {
        return values.get(client.insecureSkipTokenSignatureVerify)
                || options.keys().stream().anyMatch(each -> values.find(each).isPresent());
    }

    /** Everything but the HMAC secret. */
    private <B extends TokenSettings<B>> boolean apply(TokenOptions options, B builder) {
        values.find(options.hmacPreviousSecretKey)
                .ifPresent(secret -> builder.previousHmacSecret(secret, until(options)));
        values.find(options.audience).ifPresent(builder::audience);
        values.find(options.audienceRegex).ifPresent(builder::audienceRegex);
        values.find(options.issuer).ifPresent(builder::issuer);
        values.find(options.issuerRegex).ifPresent(builder::issuerRegex);
        values.find(options.userIdClaim).ifPresent(builder::userIdClaim);
        builder.skipJwksSafetyCheck(values.get(options.insecureSkipJwksEndpointSafetyCheck))
                .skipSignatureCheck(values.get(client.insecureSkipTokenSignatureVerify));
        boolean usable = use(options.rsaPublicKey, builder::rsaPublicKey, "an RSA public key as PEM text");
        usable &= use(
                options.ecdsaPublicKey,
                builder::ecdsaPublicKey,
                "a public key on the curve P-256, P-384 or P-521 as PEM text");
        usable &= use(options.eddsaPublicKey, builder::edDsaPublicKey, "an Ed25519 public key as PEM text");
        usable &= use(options.jwksPublicEndpoint, builder::jwks, "an http or https URL");
        return usable;
    }

    private Optional<Instant> until(TokenOptions options) {
        return Optional.of(values.get(options.hmacPreviousSecretKeyValidUntil))
                .filter(seconds -> seconds > 0)
                .map(Instant::ofEpochSecond);
    }

    private boolean use(Setting<String> setting, Consumer<String> key, String expected) {
        try {
            values.find(setting).ifPresent(key);
            return true;
        } catch (IllegalArgumentException e) {
            faults.accept(values.fault(setting, expected));
            return false;
        }
    }

    /** What is left to go wrong: patterns that could lead to a foreign key set. */
    private <T> Optional<T> built(TokenOptions options, Supplier<T> builder) {
        try {
            return Optional.of(builder.get());
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage())
                    .replace("issuerRegex", values.nameOf(options.issuerRegex))
                    .replace("audienceRegex", values.nameOf(options.audienceRegex));
            faults.accept(new Fault(options.jwksPublicEndpoint.path(), said, false));
            return Optional.empty();
        }
    }
}
