package io.spindle.gateway.api;

/** Who prolongs what expires: a connection or a subscription. */
public enum Refresh {
    /** The client, which is told when it expires and brings a new token; there is a grace for it. */
    BY_CLIENT,
    /** The gateway, which asks again at the expiry; the client is told nothing. */
    BY_GATEWAY
}
