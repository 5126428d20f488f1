package io.spindle.gateway.http;

import java.util.Optional;

/** Knows whether the gateway can do its work. Asked on server threads, at every probe: answers at once, from memory. */
@FunctionalInterface
public interface HealthSource {
    /** Empty when all is well. */
    Optional<HealthProblem> problem();
}
