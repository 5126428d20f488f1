package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.DeltaOptions;
import java.util.Objects;

/**
 * How the channels of one namespace behave, and who may do what in them. Made by {@link #builder()}; whether it makes
 * sense is checked with the namespaces around it.
 *
 * @param presence what is known of who is there
 * @param history what is kept of publications
 * @param recovery what subscribers may expect of history
 * @param delta whether publications may go out as differences
 * @param tagsFilter whether subscribers may choose publications by their tags
 * @param permissions who may do what
 * @param content what names and data look like
 * @param proxies who decides instead
 * @param workers what workers have to do with it
 * @see <a href="https://centrifugal.dev/docs/server/channels#channel-options">Centrifugo's channel options</a>
 */
public record NamespaceOptions(
        PresenceRules presence,
        HistoryRules history,
        RecoveryRules recovery,
        DeltaOptions delta,
        boolean tagsFilter,
        Permissions permissions,
        ContentRules content,
        ProxyNames proxies,
        WorkerRules workers) {
    /** Broadcast to whoever has a subscription token. */
    public static final NamespaceOptions DEFAULTS = builder().build();

    public NamespaceOptions {
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(recovery, "recovery");
        Objects.requireNonNull(delta, "delta");
        Objects.requireNonNull(permissions, "permissions");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(proxies, "proxies");
        Objects.requireNonNull(workers, "workers");
    }

    public static NamespaceOptionsBuilder builder() {
        return new NamespaceOptionsBuilder();
    }
}
