package io.spindle.gateway.session;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.hub.Subscriber;
import io.spindle.gateway.protocol.Push;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One channel of one session, from the accepted subscribe to its end. Pushes that come before the subscribe reply is
 * queued are kept back, so that none precedes it; none follows the end.
 *
 * <p>The state is guarded by the monitor of the session's {@link Outbound}, which alone changes it.
 */
final class Subscription extends Subscriber {
    private final Session session;
    private final String channel;
    private final ChannelOptions options;
    private final Optional<Payload> channelInfo;
    private final boolean pushJoinLeave;
    private State state = State.JOINING;
    private @Nullable List<byte[]> early;
    private int earlyBytes;

    private enum State {
        JOINING,
        ACTIVE,
        ENDED
    }

    Subscription(
            Session session,
            String channel,
            ChannelOptions options,
            Optional<Payload> channelInfo,
            boolean pushJoinLeave) {
        this.session = session;
        this.channel = channel;
        this.options = options;
        this.channelInfo = channelInfo;
        this.pushJoinLeave = pushJoinLeave;
    }

    String channel() {
        return channel;
    }

    ChannelOptions options() {
        return options;
    }

    Optional<Payload> channelInfo() {
        return channelInfo;
    }

    @Override
    public boolean deliver(SharedPush push, boolean mayWait) {
        return !isWanted(push.push()) || session.push(push, this, mayWait);
    }

    private boolean isWanted(Push push) {
        if (push instanceof Push.Pub) {
            return true;
        }
        // Its own leave is on its way still when a client comes back to a channel at once.
        boolean own = push instanceof Push.Leave leave && leave.info().client().equals(session.clientId());
        return pushJoinLeave && !own;
    }

    /** Whether a push may be queued now; one that comes too early is kept for the commit. */
    boolean admits(byte[] message) {
        if (state == State.JOINING) {
            if (early == null) {
                early = new ArrayList<>(2);
            }
            early.add(message);
            earlyBytes += message.length;
        }
        return state == State.ACTIVE;
    }

    /** Bytes kept for the commit; they count for the queue's bound. */
    int earlyBytes() {
        return earlyBytes;
    }

    /** From now on pushes are queued. Returns those that came too early, in order. */
    List<byte[]> activate() {
        List<byte[]> kept = early == null ? List.of() : early;
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
