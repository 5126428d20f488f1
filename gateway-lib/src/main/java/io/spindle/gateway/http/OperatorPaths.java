package io.spindle.gateway.http;

/**
 * Where those who run the gateway look.
 *
 * @param health behind it also {@code /live} and {@code /ready}
 * @param metrics of Prometheus
 */
public record OperatorPaths(String health, String metrics) {
    /** {@code /health} and {@code /metrics}. */
    public static final OperatorPaths DEFAULT = new OperatorPaths("/health", "/metrics");
}
