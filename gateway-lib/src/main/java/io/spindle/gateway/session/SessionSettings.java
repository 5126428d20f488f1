package io.spindle.gateway.session;

/** Settings of all sessions of a gateway. */
public record SessionSettings(SessionTimes times, SessionLimits limits) {}
