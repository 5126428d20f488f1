package io.spindle.gateway.auth;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.Optional;

/**
 * Options of a subscription as a token writes them: an entry of {@code subs}, or the claims of a subscription token.
 *
 * @param info {@code info} as it is written
 * @param base64Info {@code b64info}, not decoded yet; wins over {@code info} unless it is empty
 * @param data {@code data} as it is written
 * @param base64Data {@code b64data}, not decoded yet; wins over {@code data} unless it is empty
 */
record SubscriptionOptions(
        Optional<Payload> info, String base64Info, Optional<Payload> data, String base64Data, Overrides overrides) {
    static final SubscriptionOptions NONE =
            new SubscriptionOptions(Optional.empty(), "", Optional.empty(), "", Overrides.NONE);

    /**
     * The info that counts.
     *
     * @throws MalformedToken if {@code b64info} is not base64
     */
    Optional<Payload> effectiveInfo() throws MalformedToken {
        return base64Info.isEmpty() ? info : Optional.of(Base64Payload.decode(base64Info));
    }

    /**
     * These options decoded.
     *
     * @throws MalformedToken if {@code b64info} or {@code b64data} is not base64
     */
    ServerSubscription subscription() throws MalformedToken {
        Optional<Payload> effectiveData = base64Data.isEmpty() ? data : Optional.of(Base64Payload.decode(base64Data));
        return new ServerSubscription(effectiveInfo(), effectiveData, overrides);
    }
}
