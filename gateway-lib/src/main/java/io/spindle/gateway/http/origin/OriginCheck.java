package io.spindle.gateway.http.origin;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser's page may connect. It may if its origin is the server's own host, or matches an allowed pattern.
 * Requests without {@code Origin} (apps, services) pass: only browsers send it, and only they act for someone else.
 * Immutable and thread-safe.
 */
public final class OriginCheck {
    /** The setting's name, for messages. */
    public static final String SETTING = "client.allowed_origins";

    private static final String VARIABLE = "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS";
    private static final int MAX_QUOTED_CHARS = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    private final List<OriginPattern> allowed;
    private final TrustedProxies proxies;

    /**
     * @param allowedOrigins patterns over the origin in lower case; {@code *} alone allows every page
     * @throws IllegalArgumentException if a pattern is malformed; the message names it
     */
    public OriginCheck(List<String> allowedOrigins, TrustedProxies proxies) {
        this.allowed = allowedOrigins.stream().map(OriginPattern::of).toList();
        this.proxies = proxies;
    }

    /**
     * @param origin the header {@code Origin}, null if there is none; the other headers likewise
     * @param forwardedHost the header {@code X-Forwarded-Host}; counts only from a trusted proxy
     * @param remoteAddress of the connection's other end, null if it has none (a Unix socket, say)
     */
    public OriginVerdict check(
            @Nullable String origin,
            @Nullable String host,
            @Nullable String forwardedHost,
            @Nullable InetAddress remoteAddress) {
        if (origin == null) {
            return OriginVerdict.PASS;
        }
        String page = origin.toLowerCase(Locale.ROOT);
        if (isOwnHost(page, host) || isForwardedHost(page, forwardedHost, remoteAddress) || matchesPattern(page)) {
            return OriginVerdict.PASS;
        }
        return OriginVerdict.refused(
                origin,
                "origin " + quoted(origin) + " is neither this server's own (host " + quoted(host == null ? "" : host)
                        + ") nor allowed by " + SETTING + " (" + VARIABLE + ")");
    }

    private boolean matchesPattern(String page) {
        return allowed.stream().anyMatch(pattern -> pattern.matches(page));
    }

    private boolean isForwardedHost(String page, @Nullable String hosts, @Nullable InetAddress remoteAddress) {
        if (hosts == null || remoteAddress == null || !proxies.contains(remoteAddress)) {
            return false;
        }
        // A chain of proxies lists one host each; no page can set this header, so any of them will do.
        for (String host : hosts.split(",")) {
            if (isOwnHost(page, host.strip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwnHost(String page, @Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        String own = host.toLowerCase(Locale.ROOT);
        return isSite(page, "https://", ":443", own) || isSite(page, "http://", ":80", own);
    }

    private static boolean isSite(String page, String scheme, String defaultPort, String own) {
        return page.startsWith(scheme)
                && withoutSuffix(page.substring(scheme.length()), defaultPort).equals(withoutSuffix(own, defaultPort));
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    /** What a client sent goes into an answer and a log: one line, of bounded length. */
    private static String quoted(String header) {
        String shortened = header.length() <= MAX_QUOTED_CHARS ? header : header.substring(0, MAX_QUOTED_CHARS) + "...";
        return '"' + UNPRINTABLE.matcher(shortened).replaceAll("?") + '"';
    }
}
