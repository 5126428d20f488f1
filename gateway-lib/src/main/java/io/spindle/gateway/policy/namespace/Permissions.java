package io.spindle.gateway.policy.namespace;

import java.util.Objects;

/**
 * What clients may do in a namespace's channels without a subscription token.
 *
 * @param subscribe who may subscribe; {@link Access#subscriber} has no meaning here
 * @param publish who may publish
 * @param presence who may see presence, and so ask for joins and leaves
 * @param history who may read history, and so ask for positioning and recovery
 * @param userLimitedChannels whether a name with the user boundary is for the users that follow it, and for no other:
 *     {@code dialog#42,43}
 */
public record Permissions(
        Access subscribe, Access publish, Access presence, Access history, boolean userLimitedChannels) {
    /** Subscribing with a token, nothing else. */
    public static final Permissions NONE =
            new Permissions(Access.NOBODY, Access.NOBODY, Access.NOBODY, Access.NOBODY, false);

    public Permissions {
        Objects.requireNonNull(subscribe, "subscribe");
        Objects.requireNonNull(publish, "publish");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(history, "history");
    }
}
