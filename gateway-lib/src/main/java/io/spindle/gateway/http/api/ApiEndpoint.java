package io.spindle.gateway.http.api;

import io.spindle.gateway.http.RequestBody;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/**
 * Centrifugo's server API: what back ends do with channels and clients over HTTP. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/server_api">Centrifugo's server API</a>
 */
public final class ApiEndpoint {
    private final ApiSettings settings;
    private final ApiGate gate;
    private final Calls calls;

    /** @param bodyTimeout from a request's head to the end of its body; then 408 */
    public ApiEndpoint(ApiSettings settings, Duration bodyTimeout, ServerApi api) {
        this.settings = settings;
        this.gate = new ApiGate(settings, new RequestBody.Limits(settings.maxBodyBytes(), bodyTimeout));
        this.calls = new Calls(api);
    }

    /** What answers each path. */
    public Map<String, Request.Handler> handlers() {
        Map<String, Request.Handler> handlers = new HashMap<>();
        String prefix = settings.prefix();
        boolean transportErrors = settings.transportErrors();
        for (String name : ApiMethods.names()) {
            handlers.put(
                    prefix + "/" + name,
                    new MethodHandler(
                            gate, calls, () -> ApiMethods.request(name).orElseThrow(), true, transportErrors));
        }
        handlers.put(prefix + "/batch", new MethodHandler(gate, calls, BatchRequest::new, false, transportErrors));
        handlers.put(prefix + "/openapi.json", new DescriptionHandler(prefix));
        handlers.put(prefix.isEmpty() ? "/" : prefix, new OldFormHandler(gate, calls));
        return handlers;
    }
}
