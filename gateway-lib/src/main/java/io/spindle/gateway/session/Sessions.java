package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.protocol.ClientCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of a gateway: opens them, finds them by user, ends them together. Thread-safe. */
public final class Sessions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionServices services;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Session> emulated = new ConcurrentHashMap<>();
    private final InFlight inFlight = new InFlight();
    private final InFlight leaving = new InFlight();
    private final TimerWheel wheel = new TimerWheel();
    private final Flushers flushers;
    private final OutboundLimits outboundLimits;
    private final Membership membership;
    private final UserConnections users;
    private final Commands commands;
    private final SessionControl control;
    private final SubscriptionUpkeep upkeep;
    private final Prolongation prolongation;
    private volatile boolean closing;

    /**
     * @param flushers threads that write to clients
     */
    public Sessions(SessionServices services, int flushers) {
        this.services = services;
        this.flushers = new Flushers(flushers);
        this.outboundLimits = OutboundLimits.of(services.settings());
        this.membership = new Membership(services);
        this.users = new UserConnections(services.settings().maxConnectionsPerUser());
        Subscribing subscribing = new Subscribing(services, membership);
        ServerSubscriptions subscriptions = new ServerSubscriptions(services, subscribing);
        this.commands = new Commands(services, subscribing, new ConnectCommand(services, users, subscriptions));
        this.control = new SessionControl(services, this, subscriptions);
        this.upkeep = new SubscriptionUpkeep(services, membership);
        this.prolongation = new Prolongation(services);
    }

    /** Begins to write to clients, and to watch the time. */
    public void start() {
        flushers.start();
        wheel.start();
    }

    /** Makes the session of a client whose socket is open; nothing happens before {@link #open}. */
    public Session prepare(ClientConnection connection, ClientCodec codec, Handshake handshake) {
        return new Session(this, connection, codec, handshake);
    }

    /** Begins: from here on the session asks its connection for frames. */
    public void open(Session session) {
        begin(session);
        session.open();
        endIfClosing(session);
    }

    /**
     * Begins with a frame that came with the transport's request.
     *
     * @param first its bytes; not kept
     */
    public void open(Session session, ByteBuffer first) {
        begin(session);
        session.open(first);
        endIfClosing(session);
    }

    private void begin(Session session) {
        services.metrics().connections().opened();
        open.add(session);
        if (session.kind().isEmulated()) {
            emulated.put(session.sessionId(), session);
        }
    }

    private void endIfClosing(Session session) {
        if (closing) {
            session.disconnect(Disconnect.SHUTDOWN);
        }
    }

    /**
     * Does what a node asks for, with the connections that are meant and are here. Commands of emulated connections go to
     * the one whose secret id they carry.
     */
    public void control(ControlMessage message) {
        if (message instanceof ControlMessage.Emulate commands) {
            Session session = emulated.get(commands.session());
            if (session != null) {
                session.onEmulatedFrame(commands.data());
            }
        } else {
            control.apply(message);
        }
    }

    void forEach(Consumer<Session> action) {
        open.forEach(action);
    }

    /** Connections of a user; the empty user stands for all anonymous ones. */
    public int count(String userId) {
        return (int) open.stream()
                .filter(session -> session.user().map(userId::equals).orElse(false))
                .count();
    }

    public int count() {
        return open.size();
    }

    /** Distinct users that are connected; all anonymous ones together count as one. */
    public int userCount() {
        return (int) open.stream()
                .flatMap(session -> session.user().stream())
                .distinct()
                .count();
    }

    /**
     * Ends all connections with 3001, after the commands in flight have been answered, and has all of them leave their
     * channels.
     *
     * @param patience how long to wait for both
     */
    public void shutdown(Duration patience) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        closing = true;
        if (!isOver(inFlight, deadlineNanos)) {
            log.warn("Shutting down with commands unanswered after {}", patience);
        }
        for (Session session : open) {
            session.disconnect(Disconnect.SHUTDOWN);
        }
        // A client's serial work may be under way on another thread: its leaves follow it, and need the broker.
        if (!isOver(leaving, deadlineNanos)) {
            log.warn("Shutting down with clients that have not left their channels after {}", patience);
        }
    }

    private static boolean isOver(InFlight work, long deadlineNanos) {
        try {
            work.none().toCompletableFuture().get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the threads; what is still queued for clients is written first. */
    @Override
    public void close() {
        flushers.close();
        wheel.close();
    }

    void forget(Session session, long openedNanos) {
        emulated.remove(session.sessionId());
        if (open.remove(session)) {
            services.metrics().connections().closed(System.nanoTime() - openedNanos);
            session.user().ifPresent(this::userLeft);
        }
    }

    private void userLeft(String user) {
        users.leave(user);
        services.metrics().connections().userLeft(user);
    }

    boolean isClosing() {
        return closing;
    }

    SessionServices services() {
        return services;
    }

    /** Sessions that have ended and have not left their channels yet. */
    InFlight leaving() {
        return leaving;
    }

    InFlight inFlight() {
        return inFlight;
    }

    TimerWheel wheel() {
        return wheel;
    }

    Flusher nextFlusher() {
        return flushers.next();
    }

    OutboundLimits outboundLimits() {
        return outboundLimits;
    }

    Membership membership() {
        return membership;
    }

    SubscriptionUpkeep upkeep() {
        return upkeep;
    }

    Prolongation prolongation() {
        return prolongation;
    }

    Commands commands() {
        return commands;
    }
}
