package io.spindle.gateway.broker;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Publication;
import java.util.Optional;

/**
 * A publication as a broker brings it to a node.
 *
 * @param publication with its offset, if it is in a stream
 * @param epoch of the stream; empty if it is in none
 * @param delta whether subscribers that asked for it get the difference to the publication before it
 * @param previous the data of that publication; absent if there is none
 */
public record StreamPublication(Publication publication, String epoch, boolean delta, Optional<Payload> previous) {
    /** One that is in no stream. */
    public static StreamPublication live(Publication publication) {
        return new StreamPublication(publication, "", false, Optional.empty());
    }
}
