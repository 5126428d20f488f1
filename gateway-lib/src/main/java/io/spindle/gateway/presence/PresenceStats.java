package io.spindle.gateway.presence;

/**
 * @param clients connections in the channel
 * @param users distinct users among them; all anonymous clients together count as one
 */
public record PresenceStats(int clients, int users) {}
