package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.protocol.Command;
import java.util.concurrent.CompletionStage;

/** What a session's parts tell (its reading, its writing, its clock), as actions on the session. Stateless beside it. */
final class SessionSignals implements Inbound.Handler, Outbound.Listener, SessionTimer.Listener {
    private final Session session;
    private final ClientConnection connection;
    private final SessionTimes times;

    SessionSignals(Session session, ClientConnection connection, SessionTimes times) {
        this.session = session;
        this.connection = connection;
        this.times = times;
    }

    @Override
    public boolean accepts() {
        return session.accepts();
    }

    @Override
    public CompletionStage<?> handle(Command command, long readAtNanos) {
        return session.handle(command, readAtNanos);
    }

    @Override
    public void onFrameDone(boolean malformed) {
        if (malformed && session.accepts()) {
            session.disconnect(Disconnect.BAD_REQUEST);
        }
        session.frameDone();
    }

    @Override
    public void onStalled(boolean stalled) {
        session.timer().stalled(stalled);
    }

    @Override
    public void onBroken(Disconnect cause) {
        session.disconnect(cause);
    }

    @Override
    public void onWritePending(long startedNanos) {
        session.timer().writePending(startedNanos, times.writeTimeout().toNanos());
    }

    @Override
    public void onMessagesWritten(int count) {
        session.metrics().outbound(count);
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
    public void onUpkeepDue() {
        session.onUpkeepDue();
    }

    @Override
    public void onPongMissing() {
        session.disconnect(Disconnect.NO_PONG);
    }

    @Override
    public void onExpired() {
        session.onExpired();
    }

    @Override
    public void onWriteTimeout(long startedNanos) {
        session.writeTimedOut(startedNanos);
    }

    @Override
    public void onResumeReading() {
        session.readOn();
    }

    @Override
    public void onCloseOverdue() {
        connection.abort();
    }
}
