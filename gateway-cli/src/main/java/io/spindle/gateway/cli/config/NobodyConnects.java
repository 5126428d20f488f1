package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.Optional;
import java.util.stream.Stream;

/** A file in which nothing lets any client in: it may be meant so, but hardly is. */
public final class NobodyConnects {
    private NobodyConnects() {}

    /**
     * One line if it is so.
     *
     * @param secret that tokens are signed with, wherever it comes from
     */
    public static Optional<String> warning(SettingValues values, Optional<String> secret) {
        ClientOptions client = ConfigOptions.ROOT.client;
        boolean someone = secret.isPresent()
                || client.token.keys().stream().anyMatch(key -> values.find(key).isPresent())
                || values.find(client.userIdHttpHeader).isPresent()
                || Stream.of(
                                AccessSettings.ANONYMOUS,
                                client.insecure,
                                client.insecureSkipTokenSignatureVerify,
                                client.connectProxyEnabled)
                        .anyMatch(values::get);
        return someone
                ? Optional.empty()
                : Optional.of(client.token.hmacSecretKey.path()
                        + ": not set, nor is any other key of client.token, and no client may connect without one");
    }
}
