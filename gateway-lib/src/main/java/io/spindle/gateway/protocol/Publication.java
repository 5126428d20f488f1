package io.spindle.gateway.protocol;

import io.spindle.gateway.api.Payload;
import java.util.Map;
import java.util.Optional;

/**
 * A publication as subscribers get it.
 *
 * @param data passes byte for byte (JSON: without raw newlines, which separate messages)
 * @param info the publisher, if a client published it
 * @param tags what subscribers may filter by
 * @param offset its place in the channel's stream, an unsigned number; 0 if it is in none
 * @param epoch of the stream, with offset 1 only: it tells subscribers that saw an empty stream; else empty
 * @param delta whether the data is a difference to the publication before
 */
public record Publication(
        Payload data, Optional<ClientInfo> info, Map<String, String> tags, long offset, String epoch, boolean delta) {
    public Publication {
        tags = Map.copyOf(tags);
    }

    /** One that has no place in a stream (yet). */
    public Publication(Payload data, Optional<ClientInfo> info) {
        this(data, info, Map.of(), 0, "", false);
    }

    /** The same at its place in a stream. */
    public Publication at(StreamPosition position) {
        return new Publication(
                data, info, tags, position.offset(), position.offset() == 1 ? position.epoch() : "", delta);
    }

    /** The same with other data. */
    public Publication withData(Payload data, boolean delta) {
        return new Publication(data, info, tags, offset, epoch, delta);
    }

    public Publication withTags(Map<String, String> tags) {
        return new Publication(data, info, tags, offset, epoch, delta);
    }

    /** Whether a JSON client can be sent this. */
    public boolean isJson() {
        return data.isJson() && (info.isEmpty() || info.get().isJson());
    }
}
