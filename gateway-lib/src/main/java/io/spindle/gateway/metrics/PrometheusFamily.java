package io.spindle.gateway.metrics;

import com.codahale.metrics.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** All series of one metric in the text format 0.0.4. Confined to the thread that writes the exposition. */
final class PrometheusFamily {
    /** The kinds of the text format. */
    enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM,
        SUMMARY
    }

    private static final double[] SUMMARY_QUANTILES = {.5, .75, .95, .98, .99, .999};
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NANO_DIGITS = 9;

    private final String name;
    private final Type type;
    private final String help;
    private final Set<String> labelSets = new HashSet<>();
    private final StringBuilder samples = new StringBuilder();

    PrometheusFamily(String name, Type type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    /** Makes room for a series; false if it would appear twice, or under another type: scrapers refuse the whole then. */
    boolean accepts(Type seriesType, String labels) {
        return type == seriesType && labelSets.add(labels);
    }

    void value(String labels, double value) {
        sample("", labels, "", number(value));
    }

    void count(String labels, long value) {
        sample("", labels, "", Long.toString(value));
    }

    void histogram(String labels, BucketSnapshot snapshot) {
        long cumulative = 0;
        for (int i = 0; i < snapshot.buckets(); i++) {
            cumulative += snapshot.count(i);
            sample("_bucket", labels, "le=\"" + seconds(snapshot.boundNanos(i)) + '"', Long.toString(cumulative));
        }
        sample("_bucket", labels, "le=\"+Inf\"", Long.toString(snapshot.total()));
        sample("_sum", labels, "", number(snapshot.sumNanos() / NANOS_PER_SECOND));
        sample("_count", labels, "", Long.toString(snapshot.total()));
    }

    void summary(String labels, Snapshot snapshot, long count, double unit) {
        for (double quantile : SUMMARY_QUANTILES) {
            double value = snapshot.getValue(quantile) / unit;
            sample("", labels, "quantile=\"" + quantile + '"', number(value));
        }
        sample("_count", labels, "", Long.toString(count));
    }

    void writeTo(Appendable out) throws IOException {
        if (samples.length() == 0) {
            return;
        }
        out.append("# HELP ")
                .append(name)
                .append(' ')
                .append(PrometheusName.escapeHelp(help))
                .append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type.name().toLowerCase(Locale.ROOT));
        out.append('\n').append(samples);
    }

    private void sample(String suffix, String labels, String ownLabel, String value) {
        samples.append(name).append(suffix);
        if (!labels.isEmpty() || !ownLabel.isEmpty()) {
            String comma = labels.isEmpty() || ownLabel.isEmpty() ? "" : ",";
            samples.append('{').append(labels).append(comma).append(ownLabel).append('}');
        }
        samples.append(' ').append(value).append('\n');
    }

    /** Without an exponent: existing dashboards select buckets by this text ({@code le="0.0005"}). */
    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
