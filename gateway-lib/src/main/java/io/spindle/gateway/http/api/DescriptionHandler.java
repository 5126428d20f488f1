package io.spindle.gateway.http.api;

import io.spindle.gateway.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Describes the server API in OpenAPI 3.1, to everybody: it says nothing that is secret. Thread-safe. */
final class DescriptionHandler implements Request.Handler {
    private static final Answer GET_ONLY = Answer.empty(HttpStatus.METHOD_NOT_ALLOWED_405);
    private static final String DEFAULT_SERVER = "\"servers\": [{\"url\": \"/api\"}]";

    private final Answer description;

    /** @param prefix the path before the methods, of letters that stand in JSON as they are */
    DescriptionHandler(String prefix) {
        String server = DEFAULT_SERVER.replace("/api", prefix.isEmpty() ? "/" : prefix);
        String text = resource().replace(DEFAULT_SERVER, server);
        description = Answer.json(HttpStatus.OK_200, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (HttpMethod.GET.is(request.getMethod())) {
            description.send(response, callback);
        } else {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.GET.asString());
            GET_ONLY.send(response, callback);
        }
        return true;
    }

    private static String resource() {
        try (InputStream in = DescriptionHandler.class.getResourceAsStream("openapi.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
