package io.spindle.gateway.session;

import java.util.Set;

/**
 * Settings of all sessions of a gateway.
 *
 * @param maxConnectionsPerUser on this gateway; above, a new one is closed with 3504; 0 for no limit
 * @param tellTime whether clients are told the server's clock when they connect
 * @param keptHeaders headers that are remembered of a client once it is connected, by lower-case name
 * @param unidirectionalErrors what errors become where no reply can carry them
 */
public record SessionSettings(
        SessionTimes times,
        SessionLimits limits,
        int maxConnectionsPerUser,
        boolean tellTime,
        Set<String> keptHeaders,
        UnidirectionalErrors unidirectionalErrors) {
    public SessionSettings {
        keptHeaders = Set.copyOf(keptHeaders);
    }
}
