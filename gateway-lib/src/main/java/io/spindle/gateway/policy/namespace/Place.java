package io.spindle.gateway.policy.namespace;

/**
 * A channel of a namespace that exists.
 *
 * @param restStart where in the channel's name begins what follows the namespace's; 0 where there is none
 */
record Place(String channel, Namespace namespace, int restStart) {
    /** Whether clients may name it so. */
    boolean isNamedWell() {
        return namespace.permitsName(channel, restStart);
    }
}
