package io.spindle.gateway;

import io.spindle.gateway.http.ApiKey;
import io.spindle.gateway.http.Endpoint;
import io.spindle.gateway.http.api.ApiSettings;
import java.util.Optional;

/** What a builder was told about the server API. Not thread-safe. */
final class ApiChoice {
    private static final int DEFAULT_BODY_BYTES = 4 << 20;
    private static final int MOST_REQUESTS = 100_000;

    boolean enabled;
    boolean insecure;
    boolean transportErrors;
    int maxRequests = 512;

    void check(Faults faults) {
        faults.range("maxServerApiRequests", maxRequests, 1, MOST_REQUESTS);
    }

    /** Of checked choices. */
    ApiSettings settings(TransportChoice transports, Optional<String> key) {
        String path = transports.path(Endpoint.API);
        return new ApiSettings(
                path.equals("/") ? "" : path,
                key.map(ApiKey::of),
                insecure,
                transportErrors,
                transports.maxBodyBytesOr(Endpoint.API, DEFAULT_BODY_BYTES),
                maxRequests);
    }
}
