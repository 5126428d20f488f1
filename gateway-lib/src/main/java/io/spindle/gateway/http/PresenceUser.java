package io.spindle.gateway.http;

/** A client in a channel, as told over HTTP; {@code userId} is empty for anonymous clients. */
public record PresenceUser(String userId, String userName, String clientId) {}
