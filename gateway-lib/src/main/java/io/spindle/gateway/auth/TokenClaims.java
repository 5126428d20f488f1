package io.spindle.gateway.auth;

import io.spindle.gateway.api.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a connection token that have a meaning here. Absent ones hold their zero value; {@code null} in the token
 * counts as absent.
 *
 * @param subject the user; empty: anonymous
 * @param channel of subscription tokens; a connection token has none
 * @param expiry when the token ends
 * @param connectionExpiry when the connection ends; absent: never
 * @param info the value of {@code info} as it is written
 * @param base64Info the text of {@code b64info}, not decoded yet
 */
record TokenClaims(
        String subject,
        String issuer,
        List<String> audience,
        String channel,
        Optional<Instant> expiry,
        Optional<Instant> notBefore,
        Optional<Instant> connectionExpiry,
        Optional<Payload> info,
        String base64Info) {}
