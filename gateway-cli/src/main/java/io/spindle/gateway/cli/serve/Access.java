package io.spindle.gateway.cli.serve;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.JwtAuthenticatorBuilder;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who may connect: the authenticator that the settings describe. */
final class Access {
    /** Every one of them lets someone in; without any of them nobody could connect. */
    static final List<Setting<String>> KEYS = List.of(
            AccessSettings.TOKEN_HMAC_SECRET_KEY,
            AccessSettings.TOKEN_RSA_PUBLIC_KEY,
            AccessSettings.TOKEN_ECDSA_PUBLIC_KEY,
            AccessSettings.TOKEN_EDDSA_PUBLIC_KEY);

    private final SettingValues values;
    private final Consumer<Fault> faults;
    private final JwtAuthenticatorBuilder builder = JwtAuthenticator.builder();

    private Access(SettingValues values, Consumer<Fault> faults) {
        this.values = values;
        this.faults = faults;
    }

    /**
     * @param secret that tokens are signed with, wherever it comes from
     * @param faults gets a fault for each key that can't be used
     * @return empty if there is a fault
     */
    static Optional<JwtAuthenticator> of(SettingValues values, Optional<String> secret, Consumer<Fault> faults) {
        return new Access(values, faults).authenticator(secret);
    }

    private Optional<JwtAuthenticator> authenticator(Optional<String> secret) {
        secret.ifPresent(builder::hmacSecret);
        boolean usable = use(AccessSettings.TOKEN_RSA_PUBLIC_KEY, builder::rsaPublicKey, "an RSA public key");
        usable &= use(
                AccessSettings.TOKEN_ECDSA_PUBLIC_KEY,
                builder::ecdsaPublicKey,
                "a public key on the curve P-256, P-384 or P-521");
        usable &= use(AccessSettings.TOKEN_EDDSA_PUBLIC_KEY, builder::edDsaPublicKey, "an Ed25519 public key");
        values.find(AccessSettings.TOKEN_AUDIENCE).ifPresent(builder::audience);
        values.find(AccessSettings.TOKEN_ISSUER).ifPresent(builder::issuer);
        builder.allowAnonymous(values.get(AccessSettings.ANONYMOUS));
        return usable ? Optional.of(builder.build()) : Optional.empty();
    }

    private boolean use(Setting<String> setting, Consumer<String> key, String expected) {
        try {
            values.find(setting).ifPresent(key);
            return true;
        } catch (IllegalArgumentException e) {
            values.given(setting)
                    .ifPresent(given -> faults.accept(Fault.badValue(setting, given, expected + " as PEM text")));
            return false;
        }
    }
}
