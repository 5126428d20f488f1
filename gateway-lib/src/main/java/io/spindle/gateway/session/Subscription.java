package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.hub.Subscriber;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Push;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One channel of one session, from the accepted subscribe to its end. Pushes that come before the subscribe reply is
 * queued are kept back, so that none precedes it; none follows the end.
 *
 * <p>State, what is kept back and the cursor are guarded by the monitor of the session's {@link Outbound}, which alone
 * changes them; the terms are confined to the session's serial work.
 */
final class Subscription extends Subscriber {
    private final Session session;
    private final String channel;
    private final ChannelOptions options;
    private final SubscribeRequest.Origin origin;
    private final boolean pushJoinLeave;
    private final @Nullable StreamCursor cursor;
    private SubscribeTerms terms;
    private State state = State.JOINING;
    private @Nullable List<SharedPush> early;
    private int earlyBytes;

    private enum State {
        JOINING,
        ACTIVE,
        ENDED
    }

    /** What is to be done with a push. */
    enum Admission {
        /** Queue it. */
        QUEUE,
        /** It comes too early: keep it for the commit. */
        KEEP,
        /** It counts as seen, but the client does not want it. */
        PASS,
        /** Nothing. */
        DROP,
        /** Something before it was missed. */
        GAP
    }

    Subscription(Session session, SubscribeRequest request) {
        this.session = session;
        this.channel = request.channel();
        this.options = request.options();
        this.origin = request.origin();
        this.pushJoinLeave = request.pushJoinLeave();
        this.terms = request.terms();
        this.cursor = request.cursor();
    }

    String channel() {
        return channel;
    }

    ChannelOptions options() {
        return options;
    }

    boolean isServerSide() {
        return origin != SubscribeRequest.Origin.CLIENT;
    }

    /** Whether the connection's token made it. */
    boolean isOfToken() {
        return origin == SubscribeRequest.Origin.TOKEN;
    }

    SubscribeTerms terms() {
        return terms;
    }

    Optional<Payload> channelInfo() {
        return terms.channelInfo();
    }

    Optional<Instant> expiresAt() {
        return terms.expiresAt();
    }

    Refresh refresh() {
        return terms.refresh();
    }

    /** The subscription lives on, on new terms. */
    void refreshed(SubscribeTerms terms) {
        this.terms = terms;
    }

    @Nullable StreamCursor cursor() {
        return cursor;
    }

    @Override
    public boolean deliver(SharedPush push, boolean mayWait) {
        return !isWanted(push.push()) || session.channels().push(push, this, mayWait);
    }

    private boolean isWanted(Push push) {
        if (push instanceof Push.Pub) {
            return true;
        }
        // Its own leave is on its way still when a client comes back to a channel at once.
        boolean own = push instanceof Push.Leave leave && leave.info().client().equals(session.clientId());
        return pushJoinLeave && !own;
    }

    /** What is to be done with a push now; changes nothing. */
    Admission admission(SharedPush push) {
        if (state != State.ACTIVE) {
            return state == State.JOINING ? Admission.KEEP : Admission.DROP;
        }
        if (cursor == null || !(push.push() instanceof Push.Pub pub)) {
            return Admission.QUEUE;
        }
        return switch (cursor.look(push, pub.publication())) {
            case TAKE -> Admission.QUEUE;
            case PASS -> Admission.PASS;
            case KNOWN -> Admission.DROP;
            case GAP -> Admission.GAP;
        };
    }

    void keep(SharedPush push) {
        if (early == null) {
            early = new ArrayList<>(2);
        }
        early.add(push);
        earlyBytes += push.weight();
    }

    /** The push in the form that this subscriber needs. */
    byte[] encoded(SharedPush push) {
        ClientCodec codec = session.channels().codec();
        return cursor == null ? push.encoded(codec) : push.encoded(codec, cursor.form(push));
    }

    /** The push was queued, or passed over. */
    void advance(SharedPush push) {
        if (cursor != null && push.push() instanceof Push.Pub pub) {
            cursor.advance(push, pub.publication(), System.nanoTime());
        }
    }

    /** Bytes kept for the commit; they count for the queue's bound. */
    int earlyBytes() {
        return earlyBytes;
    }

    /** From now on pushes are queued. Returns those that came too early, in order. */
    List<SharedPush> activate() {
        List<SharedPush> kept = early == null ? List.of() : early;
        early = null;
        earlyBytes = 0;
        if (state == State.JOINING) {
            state = State.ACTIVE;
        }
        return kept;
    }

    void deactivate() {
        state = State.ENDED;
        early = null;
        earlyBytes = 0;
    }
}
