package io.spindle.gateway.policy.namespace;

/**
 * A channel of a namespace that exists.
 *
 * @param rest what follows the namespace's name; the whole channel, with the private prefix, where there is none
 */
record Place(String channel, Namespace namespace, String rest) {
    /** Whether clients may name it so. */
    boolean isNamedWell() {
        return namespace.permitsName(channel, rest);
    }
}
