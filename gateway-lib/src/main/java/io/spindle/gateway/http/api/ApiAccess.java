package io.spindle.gateway.http.api;

import io.spindle.gateway.http.ApiKey;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Who may use the server API: callers with the key, in a header or else in the query. Immutable. */
final class ApiAccess {
    private static final String PARAMETER = "api_key";

    private final ApiSettings settings;

    ApiAccess(ApiSettings settings) {
        this.settings = settings;
    }

    boolean allows(Request request) {
        return settings.insecure()
                || settings.key().filter(key -> isShown(key, request)).isPresent();
    }

    private static boolean isShown(ApiKey key, Request request) {
        if (ApiKey.offered(request.getHeaders()).filter(key::matches).isPresent()) {
            return true;
        }
        String parameter = parameter(request);
        return parameter != null && key.matches(parameter);
    }

    private static @Nullable String parameter(Request request) {
        try {
            return Request.extractQueryParameters(request).getValue(PARAMETER);
        } catch (HttpException.RuntimeException | IllegalArgumentException | IllegalStateException malformed) {
            return null;
        }
    }
}
