package io.spindle.gateway;

import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.stream.ConnectRefusals;
import io.spindle.gateway.http.websocket.UnidirectionalSettings;
import java.util.Map;

/**
 * How clients may connect; checked.
 *
 * @param paths of the endpoints that are served
 * @param maxBodyBytes of a request to one of them
 * @param connectRefusals how failed connects are answered at an endpoint, if not by a disconnect push
 */
record TransportSettings(
        Map<Endpoint, String> paths,
        Map<Endpoint, Integer> maxBodyBytes,
        Map<Endpoint, ConnectRefusals> connectRefusals,
        UnidirectionalSettings uniWebsocket) {
    private static final int DEFAULT_BODY_BYTES = 65_536;

    TransportSettings {
        paths = Map.copyOf(paths);
        maxBodyBytes = Map.copyOf(maxBodyBytes);
        connectRefusals = Map.copyOf(connectRefusals);
    }

    int maxBodyBytes(Endpoint endpoint) {
        return maxBodyBytes.getOrDefault(endpoint, DEFAULT_BODY_BYTES);
    }
}
