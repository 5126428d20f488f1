package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;

/** What a session's clock and its outgoing queue tell, as actions on the session. Stateless beside the session. */
final class SessionSignals implements SessionTimer.Listener, Outbound.Listener {
    private final Session session;
    private final long writeTimeoutNanos;

    SessionSignals(Session session, SessionTimes times) {
        this.session = session;
        this.writeTimeoutNanos = times.writeTimeout().toNanos();
    }

    @Override
    public void onStale() {
        session.onStale();
    }

    @Override
    public void onPingDue() {
        session.ping();
    }

    @Override
    public void onPongMissing() {
        session.disconnect(Disconnect.NO_PONG);
    }

    @Override
    public void onExpired() {
        session.disconnect(Disconnect.EXPIRED);
    }

    @Override
    public void onWriteTimeout(long startedNanos) {
        session.writeMayHang(startedNanos);
    }

    @Override
    public void onResumeReading() {
        session.readOn();
    }

    @Override
    public void onBroken(Disconnect cause) {
        session.disconnect(cause);
    }

    @Override
    public void onWritePending(long startedNanos) {
        session.timer().writePending(startedNanos, writeTimeoutNanos);
    }

    @Override
    public void onMessagesWritten(int count) {
        session.written(count);
    }
}
