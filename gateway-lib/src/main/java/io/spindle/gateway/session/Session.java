package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.metrics.ConnectionMetrics;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Command;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client connection, from the open socket to its end: how far it has come, who it is, and the parts that work for it.
 *
 * <p><b>Threads.</b> Subscriptions and the handshake are confined to the serial work ({@link Inbound}), and the identity
 * is changed only there; the phase is guarded by this object's monitor; what goes out by {@link Outbound}'s. {@link
 * #disconnect} may be called from anywhere.
 *
 * @see <a href="https://centrifugal.dev/docs/transports/client_protocol">Client protocol</a>
 */
public final class Session {
    private final Sessions owner;
    private final ClientConnection connection;
    private final ClientCodec codec;
    private final ConnectionKind kind;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Answers answers;
    private final SessionTimer timer;
    private final Reading reading;
    private final Channels channels;
    private final String clientId = UUID.randomUUID().toString();
    private final long openedNanos = System.nanoTime();
    private final boolean framePings;
    private final String sessionId;

    private @Nullable Handshake handshake;
    private volatile Phase phase = Phase.CONNECTING;
    private volatile @Nullable Identity identity;
    /** Who refreshes the connection; null if it does not expire. */
    private @Nullable Refresh refresh;

    private enum Phase {
        CONNECTING,
        CONNECTED,
        /** The connect command was answered with an error: what comes now is discarded. */
        FAILED,
        CLOSED
    }

    Session(Sessions owner, ClientConnection connection, ClientCodec codec, Handshake handshake) {
        SessionSettings settings = owner.services().settings();
        SessionSignals signals = new SessionSignals(this, connection, settings.times());
        this.owner = owner;
        this.connection = connection;
        this.codec = codec;
        this.handshake = handshake;
        this.kind = handshake.kind();
        this.framePings = handshake.framePings();
        this.sessionId =
                kind == ConnectionKind.WEBSOCKET ? "" : UUID.randomUUID().toString();
        this.outbound = new Outbound(connection, owner.outboundLimits(), owner.nextFlusher(), signals);
        this.inbound = new Inbound(
                signals, owner.services().executor(), settings.limits().maxPending());
        this.answers = new Answers(this, codec, outbound, inbound, owner.inFlight());
        this.channels = new Channels(this, codec, outbound, owner.membership());
        this.timer = new SessionTimer(owner.wheel(), signals);
        this.reading = new Reading(
                connection,
                codec,
                inbound,
                timer,
                settings.limits(),
                metrics(),
                kind.isEmulated(),
                owner.services().executor());
    }

    // --- What the connection tells ---

    /** The socket is open: the client has until the stale delay to connect. */
    void open() {
        awaitConnect();
        readOn();
    }

    /** The same for a client whose first frame came with its request. */
    void open(ByteBuffer first) {
        awaitConnect();
        onFrame(first);
    }

    private void awaitConnect() {
        timer.connectWithin(owner.services().settings().times().staleDelay().toNanos());
    }

    /**
     * A frame has come, as asked for.
     *
     * @param frame its bytes; not kept
     */
    public void onFrame(ByteBuffer frame) {
        reading.onFrame(frame);
    }

    /** A frame has come beside the connection, asked for or not. A client that sends more than may wait is closed. */
    void onEmulatedFrame(Payload frame) {
        if (!reading.offer(frame)) {
            disconnect(Disconnect.TOO_MANY_REQUESTS);
        }
    }

    /** A frame has come that means nothing, since no command is expected any more; it counts as read. */
    public void onIgnoredFrame(int bytes) {
        reading.onIgnoredFrame(bytes);
        frameDone();
    }

    /** A WebSocket pong frame has come. */
    public void onFramePong() {
        if (framePings || kind == ConnectionKind.UNI_WEBSOCKET) {
            timer.pong();
        }
    }

    /** The transport ends the connection in its own way, and has told the client: it is given up if that takes too long. */
    public void onTransportClosing() {
        timer.closeWithin(owner.services().settings().times().closeTimeout().toNanos());
    }

    /** The connection is gone, whoever ended it. */
    public void onClosed() {
        end(Disconnect.CONNECTION_CLOSED);
        outbound.discard();
        reading.discard();
        timer.cancel();
    }

    // --- How far it has come ---

    /** Ends the connection; what is queued for the client is still written, unless it is slow. */
    public void disconnect(Disconnect disconnect) {
        if (end(disconnect)) {
            onTransportClosing();
            outbound.close(disconnect);
        }
    }

    private boolean end(Disconnect cause) {
        synchronized (this) {
            if (phase == Phase.CLOSED) {
                return false;
            }
            phase = Phase.CLOSED;
        }
        metrics().disconnected(cause);
        boolean awaited = owner.leaving().began();
        owner.forget(this, openedNanos);
        inbound.execute(() -> leave(awaited));
        return true;
    }

    private void leave(boolean awaited) {
        try {
            channels.endAll();
        } finally {
            if (awaited) {
                owner.leaving().ended();
            }
        }
    }

    /** The client connected; false if the connection ended meanwhile. */
    boolean connected(Identity who, Optional<Refresh> refreshedBy) {
        synchronized (this) {
            if (phase != Phase.CONNECTING) {
                return false;
            }
            identity = who;
            refresh = refreshedBy.orElse(null);
            handshake = null;
            phase = Phase.CONNECTED;
        }
        return true;
    }

    /** A command was answered with an error: if it was the connect command, the client is expected to close. */
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

    /** The client did not connect in time, or did not close after its connect failed. */
    void onStale() {
        disconnect(phase == Phase.FAILED ? Disconnect.CONNECTION_CLOSED : Disconnect.STALE);
    }

    boolean isConnecting() {
        return phase == Phase.CONNECTING;
    }

    boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /** Whether commands are still of interest. */
    boolean accepts() {
        return (phase == Phase.CONNECTING || phase == Phase.CONNECTED) && !owner.isClosing();
    }

    // --- Who it is ---

    String clientId() {
        return clientId;
    }

    /** What the HTTP request said; forgotten once the client is connected. */
    Handshake handshake() {
        Handshake given = handshake;
        return given == null ? new Handshake(kind, Map.of(), framePings) : given;
    }

    /** How the client is connected, for those who decide whether it may. */
    ClientTransport transport(Map<String, String> emulatedHeaders) {
        ClientTransport bare = kind.transport(codec.encoding());
        return new ClientTransport(bare.name(), bare.protocol(), handshake().headers(), emulatedHeaders);
    }

    /** How the client is connected, for as long as it is: with the headers that are kept. */
    ClientTransport lastingTransport(Map<String, String> emulatedHeaders) {
        ClientTransport bare = kind.transport(codec.encoding());
        ClientTransport kept =
                transport(emulatedHeaders).keeping(owner.services().settings().keptHeaders());
        // Most keep none, and share what they then are.
        return kept.equals(bare) ? bare : kept;
    }

    ConnectionKind kind() {
        return kind;
    }

    /** What proves that a command beside the connection comes from its client: a secret. Empty for a WebSocket. */
    String sessionId() {
        return sessionId;
    }

    boolean framePings() {
        return framePings;
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
        return refresh == Refresh.BY_CLIENT;
    }

    /** The expiry has come, and the grace of those who refresh themselves is over. */
    void onExpired() {
        if (refresh == Refresh.BY_GATEWAY) {
            owner.prolongation().ask(this);
        } else {
            disconnect(Disconnect.EXPIRED);
        }
    }

    /** Moves the expiry, or takes it away; who refreshes the connection stays the same. Serial work only. */
    void expireWithin(Optional<Duration> left) {
        Refresh refreshedBy = refresh == null ? Refresh.BY_CLIENT : refresh;
        refresh = left.isPresent() ? refreshedBy : null;
        if (left.isPresent()) {
            Expiry.arm(
                    this, left.get(), refreshedBy, owner.services().settings().times());
        } else {
            timer.expireNever();
        }
    }

    /** Something expires or has to be renewed from time to time. */
    void onUpkeepDue() {
        owner.services()
                .executor()
                .execute(() -> inbound.execute(() -> owner.upkeep().tick(this)));
    }

    // --- What works for it ---

    Answers answers() {
        return answers;
    }

    Channels channels() {
        return channels;
    }

    /** Serial work only. */
    Subscriptions subscriptions() {
        return channels.subscriptions();
    }

    /** Does something between two commands. */
    void execute(Runnable task) {
        inbound.execute(task);
    }

    /** The same; what comes after it waits until its stage is complete. */
    void execute(Supplier<? extends CompletionStage<?>> task) {
        inbound.execute(task);
    }

    SessionTimer timer() {
        return timer;
    }

    CompletionStage<?> handle(Command command, long readAtNanos) {
        return owner.commands().handle(this, command, readAtNanos);
    }

    /** A frame's commands are handled. */
    void frameDone() {
        reading.frameDone(phase == Phase.CLOSED);
    }

    /** Asks for the next frame. */
    void readOn() {
        reading.readOn();
    }

    /** What an error becomes where no reply can carry it. */
    Disconnect unidirectional(ErrorCode error) {
        connection.onConnectRefused(error);
        return owner.services().settings().unidirectionalErrors().of(error);
    }

    void ping() {
        if (framePings || kind == ConnectionKind.UNI_WEBSOCKET) {
            connection.ping();
        }
        if (!framePings) {
            outbound.send(codec.ping());
        }
    }

    /** Gives the connection up if a write that began then is still under way. */
    void writeTimedOut(long startedNanos) {
        if (outbound.isWritingSince(startedNanos)) {
            disconnect(Disconnect.WRITE_ERROR);
        }
    }

    ConnectionMetrics metrics() {
        return owner.services().metrics().connections();
    }
}
