package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.Payload;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a publication is published.
 *
 * @param data what is published instead of the client's data, if present
 * @param tags told to subscribers, who may filter by them
 * @param skipHistory whether it stays out of the channel's history, and has no offset
 * @param delta whether it goes out as a difference to subscribers that asked for that; the channel's options may say so
 *     for all
 * @param idempotencyKey a second publication with the same key within five minutes is not published; empty for none
 * @param version publications with a version not above the channel's last one are not published; 0 for none
 * @param versionEpoch versions of different epochs are not compared; may be empty
 */
public record PublishTerms(
        Optional<Payload> data,
        Map<String, String> tags,
        boolean skipHistory,
        boolean delta,
        String idempotencyKey,
        long version,
        String versionEpoch) {
    /** As the client sent it. */
    public static final PublishTerms PLAIN = new PublishTerms(Optional.empty(), Map.of(), false, false, "", 0, "");

    public PublishTerms {
        Objects.requireNonNull(data, "data");
        tags = Map.copyOf(tags);
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(versionEpoch, "versionEpoch");
    }

    public PublishTerms withData(Payload data) {
        return new PublishTerms(Optional.of(data), tags, skipHistory, delta, idempotencyKey, version, versionEpoch);
    }

    public PublishTerms withTags(Map<String, String> tags) {
        return new PublishTerms(data, tags, skipHistory, delta, idempotencyKey, version, versionEpoch);
    }
}
