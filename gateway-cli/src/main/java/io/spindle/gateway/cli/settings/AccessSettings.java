package io.spindle.gateway.cli.settings;

import io.spindle.gateway.http.origin.OriginCheck;
import io.spindle.gateway.http.origin.TrustedProxies;
import java.util.List;

/** Who may connect. */
public final class AccessSettings {
    public static final Setting<String> TOKEN_HMAC_SECRET_KEY = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY",
                    Kinds.secret("a text that is not blank"),
                    "Secret that tokens are signed with (HS256, HS384, HS512).")
            .at("client.token.hmac_secret_key");

    public static final Setting<String> TOKEN_RSA_PUBLIC_KEY = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_TOKEN_RSA_PUBLIC_KEY",
                    Kinds.pem(),
                    "Public key for tokens signed with RSA (RS and PS, 256 to 512).")
            .at("client.token.rsa_public_key");

    public static final Setting<String> TOKEN_ECDSA_PUBLIC_KEY = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_TOKEN_ECDSA_PUBLIC_KEY",
                    Kinds.pem(),
                    "Public key for tokens signed with ECDSA (ES256, ES384 or ES512, by its curve).")
            .at("client.token.ecdsa_public_key");

    public static final Setting<String> TOKEN_EDDSA_PUBLIC_KEY = Setting.optional(
                    Section.ACCESS,
                    "SPINDLE_CLIENT_TOKEN_EDDSA_PUBLIC_KEY",
                    Kinds.pem(),
                    "Public key for tokens signed with EdDSA (Ed25519).")
            .atOwn("client.token.eddsa_public_key");

    public static final Setting<String> TOKEN_AUDIENCE = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_TOKEN_AUDIENCE",
                    Kinds.text("<text>", "a text that is not blank", text -> !text.isBlank()),
                    "Audience (aud) that tokens must name; not checked if not set.")
            .at("client.token.audience");

    public static final Setting<String> TOKEN_ISSUER = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_TOKEN_ISSUER",
                    Kinds.text("<text>", "a text that is not blank", text -> !text.isBlank()),
                    "Issuer (iss) that tokens must name; not checked if not set.")
            .at("client.token.issuer");

    public static final Setting<Boolean> ANONYMOUS = Setting.of(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_ALLOW_ANONYMOUS_CONNECT_WITHOUT_TOKEN",
                    Kinds.yesOrNo(),
                    "false",
                    "Whether clients without a token may connect, as nobody.")
            .at("client.allow_anonymous_connect_without_token");

    public static final Setting<List<String>> ALLOWED_ORIGINS = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS",
                    Kinds.words(
                            "<pattern>",
                            "patterns separated by spaces, such as https://*.example.com",
                            word -> Kinds.isAccepted(() -> new OriginCheck(List.of(word), TrustedProxies.NONE))),
                    "Origins of web pages that may connect, beside the gateway's own.")
            .at("client.allowed_origins");

    public static final Setting<String> HTTP_API_KEY = Setting.optional(
                    Section.ACCESS,
                    "CENTRIFUGO_HTTP_API_KEY",
                    Kinds.secret("a text that is not blank"),
                    "Key that HTTP requests for presence must show.")
            .at("http_api.key");

    public static final Setting<Boolean> HTTP_PRESENCE_PUBLIC = Setting.of(
                    Section.ACCESS,
                    "HTTP_PRESENCE_PUBLIC",
                    Kinds.yesOrNo(),
                    "false",
                    "Whether presence over HTTP is open to all, without a key.")
            .atOwn("presence_http.public");

    static final List<Setting<?>> ALL = List.of(
            TOKEN_HMAC_SECRET_KEY,
            TOKEN_RSA_PUBLIC_KEY,
            TOKEN_ECDSA_PUBLIC_KEY,
            TOKEN_EDDSA_PUBLIC_KEY,
            TOKEN_AUDIENCE,
            TOKEN_ISSUER,
            ANONYMOUS,
            ALLOWED_ORIGINS,
            HTTP_API_KEY,
            HTTP_PRESENCE_PUBLIC);

    private AccessSettings() {}
}
