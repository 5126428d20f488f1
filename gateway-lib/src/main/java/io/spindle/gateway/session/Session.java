package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.hub.SharedPush;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import io.spindle.gateway.protocol.Result;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One client connection, from the open socket to its end: its state, and what may be done to it.
 *
 * <p><b>Threads.</b> Subscriptions and the handshake are confined to the serial work ({@link Inbound}), and the identity
 * is changed only there; the phase is guarded by this object's monitor; what goes out by {@link Outbound}'s. {@link
 * #disconnect} may be called from anywhere.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/client_protocol">Client protocol</a>
 */
public final class Session implements Inbound.Handler {
    private final Sessions owner;
    private final ClientConnection connection;
    private final ClientCodec codec;
    private final Outbound outbound;
    private final Inbound inbound;
    private final SessionTimer timer;
    private final ReadBudget budget;
    private final long openedNanos = System.nanoTime();
    private final String clientId = UUID.randomUUID().toString();
    private final boolean framePings;

    private @Nullable Handshake handshake;
    private volatile Phase phase = Phase.CONNECTING;
    private volatile @Nullable Identity identity;
    private boolean refreshable;

    /** When reading goes on after the frame at hand; 0 for at once. */
    private long resumeAtNanos;

    private @Nullable Map<String, Subscription> subscriptions;

    /** How far a connection has come. */
    private enum Phase {
        CONNECTING,
        CONNECTED,
        /** The connect command was answered with an error: what comes now is discarded. */
        FAILED,
        CLOSED
    }

    Session(Sessions owner, ClientConnection connection, ClientCodec codec, Handshake handshake) {
        SessionSettings settings = owner.services().settings();
        SessionSignals signals = new SessionSignals(this, settings.times());
        this.owner = owner;
        this.connection = connection;
        this.codec = codec;
        this.handshake = handshake;
        this.framePings = handshake.framePings();
        this.outbound = new Outbound(connection, codec, owner.outboundLimits(), owner.nextFlusher(), signals);
        this.inbound =
                new Inbound(this, owner.services().executor(), settings.limits().maxPending());
        this.timer = new SessionTimer(owner.wheel(), signals);
        this.budget = new ReadBudget(settings.limits(), openedNanos);
    }

    /** The socket is open: the client has until the stale delay to connect. */
    void open() {
        timer.connectWithin(owner.services().settings().times().staleDelay().toNanos());
        connection.demand();
    }

    /**
     * A frame has come, as asked for.
     *
     * @param frame its bytes; not kept
     */
    public void onFrame(ByteBuffer frame) {
        int bytes = frame.remaining();
        long now = System.nanoTime();
        DecodedFrame decoded = codec.decode(frame);
        owner.services().metrics().connections().inbound(decoded.commands().size());
        long readOn = budget.spend(decoded.commands().size(), bytes, now);
        if (readOn > now) {
            resumeAtNanos = readOn;
        }
        inbound.frame(decoded, now);
    }

    /** A WebSocket pong frame has come. */
    public void onFramePong() {
        if (framePings) {
            timer.pong();
        }
    }

    /** The connection is gone, whoever ended it. */
    public void onClosed() {
        if (end()) {
            owner.services().metrics().connections().disconnected(Disconnect.CONNECTION_CLOSED);
        }
        outbound.discard();
    }

    /** Ends the connection; what is queued for the client is still written, unless it is slow. */
    public void disconnect(Disconnect disconnect) {
        if (end()) {
            owner.services().metrics().connections().disconnected(disconnect);
            outbound.close(disconnect);
        }
    }

    private boolean end() {
        Phase before;
        synchronized (this) {
            before = phase;
            phase = Phase.CLOSED;
        }
        if (before == Phase.CLOSED) {
            return false;
        }
        timer.cancel();
        owner.forget(this, openedNanos);
        inbound.execute(this::leaveAll);
        return true;
    }

    private void leaveAll() {
        Map<String, Subscription> left = subscriptions;
        subscriptions = null;
        if (left != null) {
            for (Subscription subscription : left.values()) {
                outbound.end(subscription, null);
                owner.membership().ended(this, subscription);
            }
        }
    }

    // --- Commands: serial work ---

    @Override
    public boolean accepts() {
        return (phase == Phase.CONNECTING || phase == Phase.CONNECTED) && !owner.isClosing();
    }

    @Override
    public CompletionStage<?> handle(Command command, long readAtNanos) {
        return owner.commands().handle(this, command, readAtNanos);
    }

    @Override
    public void onFrameDone(boolean malformed) {
        if (malformed && accepts()) {
            disconnect(Disconnect.BAD_REQUEST);
        } else if (resumeAtNanos != 0) {
            long at = resumeAtNanos;
            resumeAtNanos = 0;
            timer.resumeReadingAt(at);
        } else if (phase != Phase.CLOSED) {
            connection.demand();
        }
    }

    @Override
    public void onStalled(boolean stalled) {
        timer.stalled(stalled);
    }

    /** Counts a command that will be answered by {@link #reply}, {@link #fail}, {@link #commit} or {@link #refuse}. */
    void asked() {
        inbound.asked();
        owner.inFlight().began();
    }

    private void answered() {
        owner.inFlight().ended();
        inbound.answered();
    }

    void reply(int id, Result result) {
        outbound.send(codec.reply(id, result));
        answered();
    }

    void fail(int id, ErrorCode error) {
        outbound.send(codec.error(id, error));
        answered();
    }

    /** Answers a command by ending the connection. */
    void refuse(Disconnect disconnect) {
        disconnect(disconnect);
        answered();
    }

    // --- State of the connection ---

    String clientId() {
        return clientId;
    }

    boolean isConnecting() {
        return phase == Phase.CONNECTING;
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    Handshake handshake() {
        Handshake given = handshake;
        return given == null ? new Handshake(Map.of(), framePings) : given;
    }

    /** The client connected; false if the connection ended meanwhile. */
    boolean connected(Identity who, boolean mayRefresh) {
        synchronized (this) {
            if (phase != Phase.CONNECTING) {
                return false;
            }
            identity = who;
            refreshable = mayRefresh;
            handshake = null;
            phase = Phase.CONNECTED;
        }
        return true;
    }

    /** The connect command was answered with an error; the client is expected to close. */
    void connectFailed() {
        synchronized (this) {
            if (phase != Phase.CONNECTING) {
                return;
            }
            phase = Phase.FAILED;
        }
        timer.connectWithin(
                owner.services().settings().times().failedConnectDelay().toNanos());
    }

    /** Times that a waiting client has run out. */
    void onStale() {
        if (phase == Phase.FAILED) {
            disconnect(Disconnect.CONNECTION_CLOSED);
        } else {
            disconnect(Disconnect.STALE);
        }
    }

    /** The identity of a connected client. */
    Identity identity() {
        Identity who = identity;
        if (who == null) {
            throw new IllegalStateException("not connected");
        }
        return who;
    }

    /** The user, for those who look for its connections; absent while it is not known. */
    Optional<String> user() {
        return Optional.ofNullable(identity).map(who -> who.client().userId());
    }

    void refreshed(Identity who) {
        identity = who;
    }

    boolean isRefreshable() {
        return refreshable;
    }

    SessionTimer timer() {
        return timer;
    }

    boolean framePings() {
        return framePings;
    }

    // --- Subscriptions: serial work ---

    @Nullable Subscription subscription(String channel) {
        return subscriptions == null ? null : subscriptions.get(channel);
    }

    int subscriptionCount() {
        return subscriptions == null ? 0 : subscriptions.size();
    }

    List<Subscription> subscriptions() {
        return subscriptions == null ? List.of() : new ArrayList<>(subscriptions.values());
    }

    void add(Subscription subscription) {
        if (subscriptions == null) {
            // Most clients have one channel or a few.
            subscriptions = new HashMap<>(4);
        }
        subscriptions.put(subscription.channel(), subscription);
    }

    @Nullable Subscription remove(String channel) {
        return subscriptions == null ? null : subscriptions.remove(channel);
    }

    /** Sends the subscribe reply; what was published meanwhile follows it. */
    void commit(int id, Result.Subscribe result, Subscription subscription) {
        outbound.commit(subscription, codec.reply(id, result));
        answered();
    }

    /** Ends a subscription with its unsubscribe reply: nothing of the channel follows it. */
    void end(int id, Subscription subscription) {
        outbound.end(subscription, codec.reply(id, new Result.Unsubscribe()));
        answered();
    }

    /** Queues a push of a channel; called by the channel's lane. */
    void push(SharedPush push, Subscription subscription) {
        if (push.fits(codec.encoding())) {
            outbound.push(push.encoded(codec), subscription);
        } else {
            disconnect(Disconnect.INAPPROPRIATE_PROTOCOL);
        }
    }

    void ping() {
        if (framePings) {
            connection.ping();
        } else {
            outbound.send(codec.ping());
        }
    }

    void readOn() {
        connection.demand();
    }

    void writeMayHang(long startedNanos) {
        if (outbound.isWritingSince(startedNanos)) {
            disconnect(Disconnect.WRITE_ERROR);
        }
    }

    void written(int messages) {
        owner.services().metrics().connections().outbound(messages);
    }
}
