package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.DataFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * What a namespace's channels and their publications look like.
 *
 * @param channelRegex in RE2's syntax, must match somewhere in what follows the namespace's name; absent: the whole
 *     channel must be ASCII
 * @param dataFormat what may be published; absent: as for all namespaces
 */
public record ContentRules(Optional<String> channelRegex, Optional<DataFormat> dataFormat) {
    /** ASCII names. */
    public static final ContentRules NONE = new ContentRules(Optional.empty(), Optional.empty());

    public ContentRules {
        Objects.requireNonNull(channelRegex, "channelRegex");
        Objects.requireNonNull(dataFormat, "dataFormat");
    }
}
