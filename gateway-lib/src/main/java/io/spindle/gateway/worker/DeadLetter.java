package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;
import java.time.Instant;

/**
 * An event that its handler failed to handle.
 *
 * @param reason the last failure, in words
 * @param attempts how often it was tried
 * @param failedAt when it was given up
 */
public record DeadLetter(ClientEvent event, String reason, int attempts, Instant failedAt) {}
