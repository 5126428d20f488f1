package io.spindle.gateway.api.event;

/**
 * The client of an event, as workers are told.
 *
 * @param userId the user; for anonymous clients a random UUID, the same in all events of one connection
 * @param userName a name to show
 * @param userNameVerified false if the name is the client's own word
 * @param clientId the connection
 */
public record EventSource(String userId, String userName, boolean userNameVerified, String clientId) {}
