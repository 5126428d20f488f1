package io.spindle.gateway.broker;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.PublishTerms;

/**
 * What becomes of a publication beside reaching subscribers.
 *
 * @param history what the channel's stream keeps; none leaves the publication out of it
 * @param delta whether subscribers that asked for it get the difference to the publication before; needs history
 * @param idempotencyKey a second publication with the same key within five minutes is answered like the first and not
 *     published; empty for none
 * @param version a publication whose version is not above the channel's last one, of the same epoch, is not published;
 *     0 for none; an unsigned number; needs history
 * @param versionEpoch versions of different epochs are not compared; an empty one is compared with the last, whatever its
 *     epoch
 */
public record PublishOptions(
        HistoryOptions history, boolean delta, String idempotencyKey, long version, String versionEpoch) {
    /** Broadcast only. */
    public static final PublishOptions BROADCAST = new PublishOptions(HistoryOptions.NONE, false, "", 0, "");

    /** As a channel's options and the terms of a publication say. */
    public static PublishOptions of(ChannelOptions options, PublishTerms terms) {
        HistoryOptions history = terms.skipHistory() ? HistoryOptions.NONE : options.history();
        boolean delta = history.isKept() && (options.delta().publish() || terms.delta());
        if (!history.isKept() && terms.idempotencyKey().isEmpty() && terms.version() == 0) {
            return BROADCAST;
        }
        return new PublishOptions(history, delta, terms.idempotencyKey(), terms.version(), terms.versionEpoch());
    }
}
