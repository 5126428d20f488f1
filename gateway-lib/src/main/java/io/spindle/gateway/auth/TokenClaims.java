package io.spindle.gateway.auth;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a token that have a meaning here. Absent ones hold their zero value; {@code null} in the token counts as
 * absent, and so does what belongs to the other kind of token.
 *
 * @param userId {@code sub}, or the claim that is set to carry the user; empty: anonymous
 * @param channel of subscription tokens; a connection token has none
 * @param clientId {@code client} of subscription tokens
 * @param expiry when the token ends
 * @param endsAt when the connection or subscription ends; absent: never
 * @param own {@code info} of either kind, {@code data} and {@code override} of subscription tokens
 * @param subs {@code subs} of connection tokens
 * @param channels {@code channels} of connection tokens
 * @param meta {@code meta} of connection tokens
 */
record TokenClaims(
        String userId,
        String issuer,
        List<String> audience,
        String channel,
        Optional<String> clientId,
        Optional<Instant> expiry,
        Optional<Instant> notBefore,
        Optional<Instant> endsAt,
        SubscriptionOptions own,
        Map<String, SubscriptionOptions> subs,
        List<String> channels,
        Optional<Payload> meta) {
    /**
     * What the server subscribes the client to, as long as later tokens say so too. {@code subs} hides {@code channels},
     * unless it is empty.
     *
     * @throws MalformedToken if something in {@code subs} is not base64
     */
    Map<String, ServerSubscription> subscriptions() throws MalformedToken {
        Map<String, ServerSubscription> subscriptions = new LinkedHashMap<>();
        for (Map.Entry<String, SubscriptionOptions> sub : subs.entrySet()) {
            subscriptions.put(sub.getKey(), sub.getValue().subscription().withRenewal());
        }
        if (subs.isEmpty()) {
            channels.forEach(channel -> subscriptions.put(channel, ServerSubscription.PLAIN.withRenewal()));
        }
        return subscriptions;
    }
}
