package io.spindle.gateway;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.http.websocket.WebSocketSettings;
import io.spindle.gateway.session.SessionLimits;
import io.spindle.gateway.session.SessionSettings;
import io.spindle.gateway.session.SessionTimes;
import io.spindle.gateway.session.UnidirectionalErrors;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What a builder was told about connections. Not thread-safe. */
final class SessionChoice {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    Duration pingInterval = SessionTimes.DEFAULTS.pingInterval();
    Duration pongTimeout = SessionTimes.DEFAULTS.pongTimeout();
    Duration staleCloseDelay = SessionTimes.DEFAULTS.staleDelay();
    Duration expiredCloseDelay = SessionTimes.DEFAULTS.expiredCloseDelay();
    Duration expiredSubscriptionCloseDelay = SessionTimes.DEFAULTS.expiredSubscriptionCloseDelay();
    Duration upkeepInterval = SessionTimes.DEFAULTS.upkeepInterval();
    Duration positionCheckDelay = SessionTimes.DEFAULTS.positionCheckDelay();
    Duration writeTimeout = SessionTimes.DEFAULTS.writeTimeout();
    int maxQueueBytes = SessionLimits.DEFAULTS.maxQueueBytes();
    int maxPending = SessionLimits.DEFAULTS.maxPending();
    int maxChannels = SessionLimits.DEFAULTS.maxChannels();
    int maxChannelBytes = SessionLimits.DEFAULTS.maxChannelBytes();
    int maxHistoryPublications = SessionLimits.DEFAULTS.maxHistoryPublications();
    int maxRecoveredPublications = SessionLimits.DEFAULTS.maxRecoveredPublications();
    int maxCommandsPerSecond = SessionLimits.DEFAULTS.maxCommandsPerSecond();
    long maxBytesPerSecond = SessionLimits.DEFAULTS.maxBytesPerSecond();
    int maxEmulatedBytes = SessionLimits.DEFAULTS.maxEmulatedBytes();
    int maxMessageBytes = WebSocketSettings.DEFAULTS.maxMessageBytes();
    int readBufferBytes = WebSocketSettings.DEFAULTS.readBufferBytes();
    int writeBufferBytes = WebSocketSettings.DEFAULTS.writeBufferBytes();
    boolean compression;
    Map<Integer, Disconnect> unidirectionalErrors = Map.of();
    int maxConnectionsPerUser;
    boolean tellTime;
    Set<String> keptHeaders = Set.of();

    void check(Faults faults) {
        faults.range("pongTimeout", pongTimeout, Duration.ZERO, LONGEST);
        if (!pingInterval.isZero()) {
            checkPings(faults);
        }
        faults.range("staleCloseDelay", staleCloseDelay, SHORTEST, LONGEST);
        faults.range("expiredCloseDelay", expiredCloseDelay, Duration.ZERO, LONGEST);
        faults.range("expiredSubscriptionCloseDelay", expiredSubscriptionCloseDelay, Duration.ZERO, LONGEST);
        faults.range("upkeepInterval", upkeepInterval, SHORTEST, LONGEST);
        faults.range("positionCheckDelay", positionCheckDelay, SHORTEST, LONGEST);
        faults.range("writeTimeout", writeTimeout, SHORTEST, LONGEST);
        faults.range("maxQueueBytes", maxQueueBytes, 1_024, 1 << 30);
        faults.range("maxPending", maxPending, 1, 1_000_000);
        faults.range("maxChannels", maxChannels, 1, 1_000_000);
        faults.range("maxChannelBytes", maxChannelBytes, 1, 65_535);
        faults.range("maxHistoryPublications", maxHistoryPublications, 0, Integer.MAX_VALUE);
        faults.range("maxRecoveredPublications", maxRecoveredPublications, 0, Integer.MAX_VALUE);
        faults.range("maxCommandsPerSecond", maxCommandsPerSecond, 1, Integer.MAX_VALUE);
        faults.range("maxBytesPerSecond", maxBytesPerSecond, 1_024, Long.MAX_VALUE);
        faults.range("maxEmulatedBytes", maxEmulatedBytes, 1_024, 1 << 30);
        faults.range("maxConnectionsPerUser", maxConnectionsPerUser, 0, Integer.MAX_VALUE);
        faults.range("maxMessageBytes", maxMessageBytes, 256, 100 << 20);
        faults.range("readBufferBytes", readBufferBytes, 256, 1 << 20);
        faults.range("writeBufferBytes", writeBufferBytes, 256, 1 << 20);
    }

    private void checkPings(Faults faults) {
        faults.range("pingInterval", pingInterval, Duration.ofSeconds(1), LONGEST);
        faults.unless(
                pingInterval.toMillis() % 1_000 == 0,
                "pingInterval: " + pingInterval.toMillis() + "ms (expected: whole seconds, as clients are told)");
        faults.unless(
                pongTimeout.compareTo(pingInterval) < 0,
                "pongTimeout: " + pongTimeout.toMillis() + "ms (expected: less than pingInterval, which is "
                        + pingInterval.toMillis() + "ms)");
    }

    SessionSettings settings() {
        return new SessionSettings(
                new SessionTimes(
                        pingInterval,
                        pongTimeout,
                        staleCloseDelay,
                        expiredCloseDelay,
                        expiredSubscriptionCloseDelay,
                        upkeepInterval,
                        positionCheckDelay,
                        writeTimeout,
                        SessionTimes.DEFAULTS.commandTimeout(),
                        SessionTimes.DEFAULTS.closeTimeout(),
                        SessionTimes.DEFAULTS.failedConnectDelay()),
                new SessionLimits(
                        maxQueueBytes,
                        maxPending,
                        maxChannels,
                        maxChannelBytes,
                        maxHistoryPublications,
                        maxRecoveredPublications,
                        maxCommandsPerSecond,
                        maxBytesPerSecond,
                        maxEmulatedBytes),
                maxConnectionsPerUser,
                tellTime,
                keptHeaders,
                new UnidirectionalErrors(unidirectionalErrors));
    }

    WebSocketSettings websocket() {
        return new WebSocketSettings(maxMessageBytes, readBufferBytes, writeBufferBytes, compression);
    }
}
