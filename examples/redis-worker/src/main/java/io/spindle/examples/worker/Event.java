package io.spindle.examples.worker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the gateway tells a worker; fields that later versions add are skipped.
 *
 * @param type {@code message}, {@code join} or {@code leave}
 * @param text the message's text; null for join and leave
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Event(String id, String type, String channel, String userId, String userName, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Event parse(String payload) throws JsonProcessingException {
        return JSON.readValue(payload, Event.class);
    }
}
