package io.spindle.gateway.api.channel;

import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Decides whether a client may act in a channel, and how the channel behaves.
 *
 * <p><b>Threading.</b> Called once per attempt, on an executor for callbacks, with no lock held. One client's attempts
 * come one after another; different clients' run in parallel. Slow work (a database, a remote call) belongs in the
 * returned stage, on an executor of yours.
 *
 * <p><b>Errors.</b> If this throws, or the stage fails or is still open at the command's deadline (4 s after its frame
 * was read), the action is refused with error 100 (temporary); the cause is logged once and counted as {@code
 * policy_failed}. Nothing is allowed by accident.
 *
 * @see <a href="https://centrifugal.dev/docs/server/codes">Centrifugal codes: 100, 103</a>
 */
@FunctionalInterface
public interface ChannelPolicy {
    /**
     * Decides about one action.
     *
     * @param client who asks; verified when it connected
     * @param channel where: 1 to 255 bytes of UTF-8 without control characters
     * @param action what: subscribe, publish (with its data), presence, history and so on. More kinds may be added: deny
     *     those that you don't know
     * @return allowed with the channel's options, or denied; never null
     */
    CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action);

    /**
     * How a channel behaves where no client asks: for publications and reads of the host and the server API, and for
     * subscriptions that the server makes. By default such a channel only broadcasts.
     *
     * <p>Called on the thread of whoever publishes, so that publications keep their order: it must not block. What throws
     * here fails the publication.
     *
     * @param channel not empty; otherwise unchecked
     * @return the channel's options; empty if there is no such channel, which is answered with error 102
     */
    default Optional<ChannelOptions> options(String channel) {
        return Optional.of(ChannelOptions.BROADCAST);
    }
}
