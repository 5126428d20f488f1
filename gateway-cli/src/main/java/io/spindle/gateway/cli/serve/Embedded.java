package io.spindle.gateway.cli.serve;

import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What {@code serve --embedded} adds, for someone who tries the gateway out: a secret, a token, a word on what to do. */
final class Embedded {
    private static final String USER = "demo";
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final int SECRET_BYTES = 32;

    private Embedded() {}

    /**
     * The configured secret; or where everything is in this process and no key of any kind is configured, one that nobody
     * knows after this run.
     *
     * @param keys every kind of key that there may be
     */
    static Optional<String> secret(SettingValues values, List<Setting<String>> keys, boolean embedded) {
        boolean anyKey = keys.stream().anyMatch(key -> values.find(key).isPresent());
        return anyKey || !embedded ? values.find(AccessSettings.TOKEN_HMAC_SECRET_KEY) : Optional.of(randomSecret());
    }

    /** Says where the gateway is and how to use it. */
    static void welcome(PrintWriter out, Addresses addresses, Optional<String> secret) {
        out.println("Embedded gateway, memory only. Events of clients are printed below, one a line.");
        addresses.websocket().ifPresent(url -> out.println("WebSocket: " + url));
        addresses.presence().ifPresent(url -> out.println("Presence:  " + url));
        addresses.metrics().ifPresent(url -> out.println("Metrics:   " + url));
        secret.map(Embedded::token).ifPresent(token -> {
            out.println("Token for the user " + USER + ", valid for 24 hours: " + token);
            addresses.websocket().ifPresent(url -> {
                out.println("Try it: open " + page(url) + " in a browser, and paste this into its console:");
                out.println(script(url, token));
            });
        });
        out.flush();
    }

    /** Something for a browser to show from where it may connect. */
    private static String page(String websocket) {
        return websocket.replaceFirst("^ws", "http").replaceFirst("(://[^/]+)/.*", "$1/health");
    }

    /** Connects, subscribes and publishes, as one line that no SDK is needed for. */
    private static String script(String url, String token) {
        return "w=new WebSocket('" + url + "');w.onmessage=m=>console.log(m.data);w.onopen=()=>w.send('"
                + "{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}\\n"
                + "{\"id\":2,\"subscribe\":{\"channel\":\"chat\"}}\\n"
                + "{\"id\":3,\"publish\":{\"channel\":\"chat\",\"data\":{\"text\":\"hello\"}}}')";
    }

    private static String token(String secret) {
        return TokenIssuer.hmac(secret, Clock.systemUTC()).issue(USER, Optional.of(TOKEN_LIFE), Optional.of("Demo"));
    }

    private static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
