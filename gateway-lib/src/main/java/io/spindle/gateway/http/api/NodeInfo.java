package io.spindle.gateway.http.api;

/**
 * One gateway, as the method {@code info} shows it.
 *
 * @param uid its id
 * @param name where it runs
 * @param clients open connections
 * @param users distinct users of these; all anonymous ones together count as one
 * @param channels that have a subscriber there
 * @param subscriptions of all clients together
 * @param uptimeSeconds since its start
 */
public record NodeInfo(
        String uid,
        String name,
        String version,
        int clients,
        int users,
        int channels,
        int subscriptions,
        int uptimeSeconds) {}
