package io.spindle.gateway.http;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Knows who is in a channel. Asked on server threads: must not block. A failed stage is answered with 503. */
@FunctionalInterface
public interface PresenceSource {
    /** @param channel any text that a request's path can hold; an unknown one has no users */
    CompletionStage<List<PresenceUser>> users(String channel);
}
