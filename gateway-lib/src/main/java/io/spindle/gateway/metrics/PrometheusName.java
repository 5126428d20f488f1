package io.spindle.gateway.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry's name in Prometheus' terms.
 *
 * @param family the metric's name, of legal characters only
 * @param labels as they are written between the braces, empty if there are none
 */
record PrometheusName(String family, String labels) {
    private static final Pattern WITH_LABELS = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*+)"
            + "\\{((?:[a-zA-Z_][a-zA-Z0-9_]*+=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*+\"(?:,(?!})|(?=})))++)}");
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_:]");

    /** Names like {@code a_total{status="x"}} keep their labels; of all others illegal characters become {@code _}. */
    static PrometheusName of(String registryName) {
        Matcher matcher = WITH_LABELS.matcher(registryName);
        if (matcher.matches()) {
            return new PrometheusName(matcher.group(1), matcher.group(2));
        }
        String legal = ILLEGAL.matcher(registryName).replaceAll("_");
        boolean startsLegally = !legal.isEmpty() && !Character.isDigit(legal.charAt(0));
        return new PrometheusName(startsLegally ? legal : "_" + legal, "");
    }

    /** The same metric with a unit or kind at the end of its name, unless it is there already. */
    PrometheusName withSuffix(String suffix) {
        return family.endsWith(suffix) ? this : new PrometheusName(family + suffix, labels);
    }

    static String escapeLabelValue(String value) {
        return escapeHelp(value).replace("\"", "\\\"");
    }

    static String escapeHelp(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
