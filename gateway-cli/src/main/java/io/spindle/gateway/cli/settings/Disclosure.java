package io.spindle.gateway.cli.settings;

import java.util.regex.Pattern;

/** How much of a value may appear in a message. */
public enum Disclosure {
    FULL {
        @Override
        String show(String value) {
            return quoted(value);
        }
    },
    /** A URL: without what stands between its scheme and its host. */
    NO_CREDENTIALS {
        @Override
        String show(String value) {
            // up to the last @: a password may hold one, and a list of URLs is then shown by its last host
            return quoted(CREDENTIALS.matcher(value).replaceFirst("$1***@"));
        }
    },
    NONE {
        @Override
        String show(String value) {
            return "(hidden)";
        }
    };

    private static final Pattern CREDENTIALS = Pattern.compile("(?s)^([A-Za-z+. ]*://)?.*@");
    private static final int MAX_SHOWN = 100;

    abstract String show(String value);

    private static String quoted(String value) {
        String shown = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
