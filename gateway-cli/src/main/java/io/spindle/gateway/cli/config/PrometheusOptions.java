package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code prometheus}. */
public final class PrometheusOptions extends SettingBlock {
    public final EndpointOptions endpoint =
            within(new EndpointOptions("prometheus", "/metrics", "an endpoint for Prometheus"));

    PrometheusOptions() {
        super(Section.ENDPOINT, "prometheus");
        ignored("instrument_http_handlers", "recovered_publications_histogram", "native_histograms");
    }
}
