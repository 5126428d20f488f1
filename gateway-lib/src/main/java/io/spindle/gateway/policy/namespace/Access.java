package io.spindle.gateway.policy.namespace;

/**
 * Who may do something in a namespace's channels.
 *
 * @param client every client that has a user: {@code allow_…_for_client}
 * @param subscriber every subscriber of the channel that has a user: {@code allow_…_for_subscriber}
 * @param anonymous what is given to clients or subscribers also to those without a user: {@code allow_…_for_anonymous};
 *     alone it gives nothing
 */
public record Access(boolean client, boolean subscriber, boolean anonymous) {
    /** Nobody. */
    public static final Access NOBODY = new Access(false, false, false);

    boolean allows(boolean isAnonymous, boolean subscribed) {
        return (client || (subscriber && subscribed)) && (anonymous || !isAnonymous);
    }
}
