package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spindle.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** An application's back end: asks the server API of a gateway, with the key. */
final class BackEnd {
    static final String KEY = "the key of tests";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Gateway> gateway;

    BackEnd(Supplier<Gateway> gateway) {
        this.gateway = gateway;
    }

    record Answer(int status, String contentType, String body) {
        JsonNode json() {
            return BackEnd.json(body);
        }
    }

    /** Asks a method. */
    Answer ask(String method, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "X-API-Key";
        all[1] = KEY;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", "/api/" + method, body, all);
    }

    /** The result of a method that succeeds. */
    JsonNode result(String method, String body) {
        Answer answer = ask(method, body);
        assertEquals(200, answer.status(), answer.body());
        JsonNode json = answer.json();
        assertEquals(1, json.size(), answer.body());
        assertEquals(true, json.has("result"), answer.body());
        return json.path("result");
    }

    /** The error of a method that fails, as code and text. */
    String error(String method, String body) {
        Answer answer = ask(method, body);
        assertEquals(200, answer.status(), answer.body());
        JsonNode json = answer.json();
        assertEquals(1, json.size(), answer.body());
        return json.path("error").path("code").asText() + " "
                + json.path("error").path("message").asText();
    }

    /** Sends any request, with no key but in the headers that are given. */
    Answer send(String verb, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.get().apiPort() + path))
                .timeout(Duration.ofSeconds(20))
                .method(verb, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
