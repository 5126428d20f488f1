package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.util.List;

/** How tokens are verified. */
public final class TokenOptions extends SettingBlock {
    public final Setting<String> hmacSecretKey = like(AccessSettings.TOKEN_HMAC_SECRET_KEY);
    public final Setting<String> hmacPreviousSecretKey = option(
            "hmac_previous_secret_key",
            Kinds.secret("a text that is not blank"),
            "Secret of before, tried where the present one does not fit.");
    public final Setting<Long> hmacPreviousSecretKeyValidUntil = option(
            "hmac_previous_secret_key_valid_until",
            Kinds.unixSeconds(),
            "0",
            "Until when the secret of before is tried; 0: for ever.");
    public final Setting<String> rsaPublicKey = like(AccessSettings.TOKEN_RSA_PUBLIC_KEY);
    public final Setting<String> ecdsaPublicKey = like(AccessSettings.TOKEN_ECDSA_PUBLIC_KEY);
    public final Setting<String> eddsaPublicKey = like(AccessSettings.TOKEN_EDDSA_PUBLIC_KEY);
    public final Setting<String> jwksPublicEndpoint = option(
            "jwks_public_endpoint",
            Kinds.httpUrl(),
            "URL of a key set (JWKS), which may hold {{groups}} of the regexes; the keys above then do not count.");
    public final Setting<String> audience = like(AccessSettings.TOKEN_AUDIENCE);
    public final Setting<String> audienceRegex =
            option("audience_regex", Kinds.regex(), "Regex for the audience (aud); not together with audience.");
    public final Setting<String> issuer = like(AccessSettings.TOKEN_ISSUER);
    public final Setting<String> issuerRegex =
            option("issuer_regex", Kinds.regex(), "Regex for the issuer (iss); not together with issuer.");
    public final Setting<String> userIdClaim = option(
            "user_id_claim",
            Kinds.text("<name>", "letters and underscores", text -> text.matches("[a-zA-Z_]+")),
            "Claim that holds the user id, in place of sub.");
    public final Setting<Boolean> insecureSkipJwksEndpointSafetyCheck = onOff(
            "insecure_skip_jwks_endpoint_safety_check",
            "Whether regexes that could lead to a foreign key set are let pass.");

    public TokenOptions(String path) {
        super(Section.TOKEN, path);
    }

    /** Everything that makes some token valid. */
    public List<Setting<String>> keys() {
        return List.of(
                hmacSecretKey, hmacPreviousSecretKey, rsaPublicKey, ecdsaPublicKey, eddsaPublicKey, jwksPublicEndpoint);
    }
}
