package io.spindle.gateway.policy.namespace;

/**
 * What is known of who is in a namespace's channels.
 *
 * @param presence whether presence is kept, and can be asked for
 * @param joinLeave whether coming and going is told
 * @param forcePushJoinLeave whether that is told to every subscriber; else to those that ask and may see presence
 */
public record PresenceRules(boolean presence, boolean joinLeave, boolean forcePushJoinLeave) {
    /** Nothing. */
    public static final PresenceRules NONE = new PresenceRules(false, false, false);
}
