package io.spindle.gateway.http;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.metrics.PrometheusText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers Prometheus' scrapes. */
final class MetricsHandler implements Request.Handler {
    private static final HttpField CONTENT_TYPE = Answer.contentType(PrometheusText.CONTENT_TYPE);

    private final PrometheusText text;

    MetricsHandler(MetricRegistry registry) {
        this.text = new PrometheusText(registry);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        StringBuilder out = new StringBuilder();
        text.writeTo(out);
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        new Answer(HttpStatus.OK_200, CONTENT_TYPE, body).send(response, callback);
        return true;
    }
}
