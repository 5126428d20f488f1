package io.spindle.gateway.session;

/**
 * All times of one session behind one entry in the wheel: stale check, pings and pongs, expiry, write timeout, the end of
 * a reading pause. Its state is guarded by its own monitor; the session is told outside it, on the wheel's thread.
 */
final class SessionTimer extends TimerWheel.Entry {
    private static final long NEVER = Long.MAX_VALUE;

    private final TimerWheel wheel;
    private final Listener listener;

    // Nanoseconds on the wheel's clock, so that plain comparison is right.
    private long connectBy = NEVER;
    private long nextPing = NEVER;
    private long pongBy = NEVER;
    private long expiresBy = NEVER;
    private long writtenBy = NEVER;
    private long writeStartedNanos;
    private long resumeAt = NEVER;
    private long closedBy = NEVER;
    private long nextUpkeep = NEVER;
    private long stalledAt = NEVER;
    private Beat beat = Beat.NONE;
    private boolean cancelled;

    /** What a time that has come means; called outside the timer's lock. */
    interface Listener {
        void onStale();

        void onPingDue();

        void onPongMissing();

        void onUpkeepDue();

        void onExpired();

        /** A write that began then may still be under way after its timeout. */
        void onWriteTimeout(long startedNanos);

        void onResumeReading();

        /** The connection should be over by now. */
        void onCloseOverdue();
    }

    SessionTimer(TimerWheel wheel, Listener listener) {
        this.wheel = wheel;
        this.listener = listener;
    }

    /** The client must have connected by then; also used to drop one whose connect failed. */
    synchronized void connectWithin(long nanos) {
        connectBy = now() + nanos;
        reschedule();
    }

    /** Connected: pings and upkeep begin. */
    synchronized void startBeating(Beat every) {
        connectBy = NEVER;
        beat = every;
        if (every.ping() > 0) {
            nextPing = now() + Beat.first(every.ping());
        }
        nextUpkeep = now() + Beat.first(every.upkeep());
        reschedule();
    }

    /** A pong came. False if none is expected. */
    synchronized boolean pong() {
        boolean expected = pongBy != NEVER;
        pongBy = NEVER;
        return expected;
    }

    synchronized void expireWithin(long nanos) {
        expiresBy = now() + nanos;
        reschedule();
    }

    synchronized void expireNever() {
        expiresBy = NEVER;
    }

    synchronized void writePending(long startedNanos, long timeoutNanos) {
        writeStartedNanos = startedNanos;
        writtenBy = wheel.time(startedNanos) + timeoutNanos;
        reschedule();
    }

    synchronized void resumeReadingAt(long atNanos) {
        resumeAt = wheel.time(atNanos);
        reschedule();
    }

    /** While nothing is read no pong can be seen: its clock stands still. */
    synchronized void stalled(boolean nowStalled) {
        if (nowStalled) {
            stalledAt = now();
        } else if (stalledAt != NEVER) {
            if (pongBy != NEVER) {
                pongBy += now() - stalledAt;
            }
            stalledAt = NEVER;
            reschedule();
        }
    }

    /** The connection is being closed: nothing else counts any more, and a pause in reading is over. */
    void closeWithin(long nanos) {
        boolean resume;
        synchronized (this) {
            resume = resumeAt != NEVER;
            connectBy = NEVER;
            nextPing = NEVER;
            pongBy = NEVER;
            expiresBy = NEVER;
            writtenBy = NEVER;
            resumeAt = NEVER;
            nextUpkeep = NEVER;
            closedBy = now() + nanos;
            reschedule();
        }
        if (resume) {
            listener.onResumeReading();
        }
    }

    void cancel() {
        synchronized (this) {
            cancelled = true;
        }
        wheel.cancel(this);
    }

    @Override
    void onTime(long nowNanos) {
        boolean stale;
        boolean ping;
        boolean noPong;
        boolean expired;
        boolean write;
        boolean resume;
        boolean overdue;
        boolean upkeep;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            long now = wheel.time(nowNanos);
            stale = connectBy <= now;
            expired = expiresBy <= now;
            write = writtenBy <= now;
            resume = resumeAt <= now;
            overdue = closedBy <= now;
            upkeep = nextUpkeep <= now;
            noPong = pongBy <= now && stalledAt == NEVER;
            boolean pingDue = nextPing <= now;
            // While reading stands still the last pong may wait unread: a second ping would bring one pong too many.
            ping = pingDue && pongBy == NEVER;
            connectBy = stale ? NEVER : connectBy;
            expiresBy = expired ? NEVER : expiresBy;
            writtenBy = write ? NEVER : writtenBy;
            resumeAt = resume ? NEVER : resumeAt;
            closedBy = overdue ? NEVER : closedBy;
            if (upkeep) {
                nextUpkeep = now + beat.upkeep();
            }
            if (pingDue) {
                nextPing = now + beat.ping();
            }
            if (ping && beat.pong() > 0) {
                pongBy = now + beat.pong();
            }
            reschedule();
        }
        if (stale) {
            listener.onStale();
        }
        if (noPong) {
            listener.onPongMissing();
        }
        if (expired) {
            listener.onExpired();
        }
        if (write) {
            listener.onWriteTimeout(writeStartedNanos);
        }
        if (resume) {
            listener.onResumeReading();
        }
        if (overdue) {
            listener.onCloseOverdue();
        }
        if (upkeep) {
            listener.onUpkeepDue();
        }
        if (ping) {
            listener.onPingDue();
        }
    }

    private long now() {
        return wheel.time(System.nanoTime());
    }

    private void reschedule() {
        long pong = stalledAt == NEVER ? pongBy : NEVER;
        long at = Math.min(
                Math.min(Math.min(connectBy, nextPing), Math.min(pong, expiresBy)),
                Math.min(Math.min(writtenBy, resumeAt), Math.min(closedBy, nextUpkeep)));
        if (at != NEVER && !cancelled) {
            wheel.schedule(this, wheel.nanoTime(at));
        }
    }
}
