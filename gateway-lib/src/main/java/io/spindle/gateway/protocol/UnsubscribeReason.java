package io.spindle.gateway.protocol;

/**
 * Why the server ended a subscription, as its client is told. Up to 2499 a subscription stays ended, from 2500 on SDKs
 * subscribe again at once; 2100 to 2499 and 2600 to 2999 are free for applications.
 *
 * @param code what SDKs decide by
 * @param text for users of the SDK; never empty
 * @see <a href="https://centrifugal.dev/docs/server/codes#unsubscribe-codes">Unsubscribe codes</a>
 */
public record UnsubscribeReason(int code, String text) {
    /** The server wants it. */
    public static final UnsubscribeReason SERVER = new UnsubscribeReason(2000, "server unsubscribe");

    /** A publication was missed. */
    public static final UnsubscribeReason INSUFFICIENT_STATE = new UnsubscribeReason(2500, "insufficient state");

    /** It was not refreshed in time. */
    public static final UnsubscribeReason EXPIRED = new UnsubscribeReason(2501, "subscription expired");

    public UnsubscribeReason {
        if (code < 2000 || code > 2999) {
            throw new IllegalArgumentException("unsubscribe code: " + code + " (expected: 2000 to 2999)");
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("unsubscribe reason: empty (SDKs read it without a default)");
        }
    }
}
