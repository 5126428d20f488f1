package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.UnsubscribeReason;
import java.util.Optional;

/**
 * The channels of one session: how subscriptions begin, get their pushes, and end. Pushes come from the hub's threads, all
 * else is the session's serial work unless it says otherwise.
 */
final class Channels {
    private final Session session;
    private final ClientCodec codec;
    private final Outbound outbound;
    private final Membership membership;
    private final Subscriptions subscriptions = new Subscriptions();

    Channels(Session session, ClientCodec codec, Outbound outbound, Membership membership) {
        this.session = session;
        this.codec = codec;
        this.outbound = outbound;
        this.membership = membership;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** How the client is told. */
    ClientCodec codec() {
        return codec;
    }

    // --- Beginning ---

    /** A subscription that is not committed yet begins at a position. */
    void begin(Subscription subscription, StreamPosition position, boolean clientHasBase) {
        outbound.begin(subscription, position, clientHasBase);
    }

    /**
     * The subscription is agreed on: from here on its pushes flow, those that came meanwhile first.
     *
     * @param reply what tells the client of it
     */
    void commit(Subscription subscription, byte[] reply) {
        subscriptions.add(subscription);
        committed(subscription, outbound.commit(subscription, Optional.of(reply)));
    }

    /** The same where the client was told before. */
    void commit(Subscription subscription) {
        subscriptions.add(subscription);
        committed(subscription, outbound.commit(subscription, Optional.empty()));
    }

    private void committed(Subscription subscription, Outbound.Pushed pushed) {
        membership.joined(session, subscription);
        if (pushed == Outbound.Pushed.GAP) {
            onGap(subscription);
        }
    }

    /** Tells the client of a subscription that the server made, and what it missed there. */
    void tell(Entered.In entered) {
        String channel = entered.subscription().channel();
        Result.Subscribe result = entered.result();
        send(new Push.Subscribe(channel, result.positioned(), result.recoverable(), result.position(), result.data()));
        for (Publication publication : result.publications()) {
            send(new Push.Pub(channel, publication));
        }
    }

    // --- Pushes ---

    /** Queues a push of a channel; false if it would have had to wait for room, and may not. Any thread. */
    boolean push(SharedPush push, Subscription subscription, boolean mayWait) {
        if (!push.fits(codec.encoding())) {
            session.disconnect(Disconnect.INAPPROPRIATE_PROTOCOL);
            return true;
        }
        Outbound.Pushed pushed = outbound.push(push, subscription, mayWait);
        if (pushed == Outbound.Pushed.GAP) {
            onGap(subscription);
        }
        return pushed != Outbound.Pushed.NOT_YET;
    }

    /** Sends a push of the session's own. Any thread. */
    void send(Push push) {
        if (codec.encoding() == Encoding.JSON && !push.isJson()) {
            session.disconnect(Disconnect.INAPPROPRIATE_PROTOCOL);
        } else {
            outbound.send(codec.push(push));
        }
    }

    /** Where a subscription stands, if nothing has confirmed that for so long. */
    Optional<StreamPosition> positionUnchecked(Subscription subscription, long forNanos) {
        return outbound.positionUnchecked(subscription, forNanos);
    }

    /** Compares where a subscription stood with the top of its stream that was read then. Any thread. */
    void checkPosition(Subscription subscription, StreamPosition before, StreamPosition top) {
        if (!outbound.checked(subscription, before, top)) {
            onGap(subscription);
        }
    }

    /** A publication was missed: the client has to subscribe again, which recovers it. */
    private void onGap(Subscription subscription) {
        if (subscription.isServerSide()) {
            session.disconnect(Disconnect.INSUFFICIENT_STATE);
        } else {
            session.execute(() -> end(subscription, UnsubscribeReason.INSUFFICIENT_STATE));
        }
    }

    // --- Ending ---

    /** Takes back a subscription that is not committed: nobody was told of it. */
    void abandon(Subscription subscription) {
        outbound.end(subscription);
        membership.abandoned(session.clientId(), subscription);
    }

    /** Takes a subscription back, before or without a word to its client. */
    void ended(Subscription subscription) {
        outbound.end(subscription);
        membership.ended(session, subscription);
    }

    /** The server ends a subscription and says why; does nothing if it is over already. */
    void end(Subscription subscription, UnsubscribeReason reason) {
        if (subscriptions.remove(subscription)) {
            ended(subscription);
            send(new Push.Unsubscribe(subscription.channel(), reason.code(), reason.text()));
        }
    }

    /** The connection is over. */
    void endAll() {
        for (Subscription subscription : subscriptions.removeAll()) {
            ended(subscription);
        }
    }
}
