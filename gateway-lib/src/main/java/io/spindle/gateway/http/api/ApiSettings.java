package io.spindle.gateway.http.api;

import io.spindle.gateway.http.ApiKey;
import java.util.Optional;

/**
 * Everything that can be set about the server API.
 *
 * @param prefix the path before the methods; empty for the root, else it begins with a slash and does not end with one
 * @param key what callers must show; without one all are refused
 * @param insecure whether callers are asked for no key
 * @param transportErrors whether errors are HTTP statuses for all callers, not only for those that ask for it
 * @param maxBodyBytes of a request; above, 413
 * @param maxRequests that are read or answered at once; above, 503
 */
public record ApiSettings(
        String prefix,
        Optional<ApiKey> key,
        boolean insecure,
        boolean transportErrors,
        int maxBodyBytes,
        int maxRequests) {}
