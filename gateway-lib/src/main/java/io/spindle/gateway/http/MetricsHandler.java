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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers Prometheus' scrapes; on a pool's thread, because a host's gauges may take their time. */
final class MetricsHandler implements Request.Handler {
    private static final Logger log = LoggerFactory.getLogger(MetricsHandler.class);
    private static final HttpField CONTENT_TYPE = Answer.contentType(PrometheusText.CONTENT_TYPE);

    private final PrometheusText text;

    MetricsHandler(MetricRegistry registry) {
        this.text = new PrometheusText(registry);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.getComponents().getExecutor().execute(() -> scrape().send(response, callback));
        return true;
    }

    private Answer scrape() {
        StringBuilder out = new StringBuilder();
        try {
            text.writeTo(out);
        } catch (IOException | RuntimeException e) {
            log.warn("Scrape failed", e);
            return Answer.FAILED;
        }
        return new Answer(HttpStatus.OK_200, CONTENT_TYPE, out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
