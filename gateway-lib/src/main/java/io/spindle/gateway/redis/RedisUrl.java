package io.spindle.gateway.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parsed form of {@link RedisSettings#url()}.
 *
 * @param tls whether connections are encrypted
 * @param nodes {@code host:port} each: one server, several nodes of a cluster, or the sentinels
 * @param master the name that the sentinels know the master by; present with Sentinel only
 * @param database 0 unless the URL names one
 */
record RedisUrl(
        boolean tls,
        Optional<String> user,
        Optional<String> password,
        List<String> nodes,
        Optional<String> master,
        int database) {
    private static final int DEFAULT_PORT = 6379;
    private static final int DEFAULT_SENTINEL_PORT = 26379;
    private static final String EXPECTED =
            " (expected: redis://host:6379, rediss://host:6379, a comma list of these for a cluster, or"
                    + " redis+sentinel://host:26379,host:26379/masterName)";

    static RedisUrl parse(String url) {
        try {
            return parseOrThrow(url.trim());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("redisUrl: \"" + withoutCredentials(url) + "\"" + EXPECTED, e);
        }
    }

    private static RedisUrl parseOrThrow(String url) throws URISyntaxException {
        int colon = url.indexOf("://");
        require(colon > 0);
        String scheme = url.substring(0, colon);
        boolean sentinel = scheme.endsWith("+sentinel");
        String plainScheme = sentinel ? scheme.substring(0, scheme.indexOf('+')) : scheme;
        require(plainScheme.equals("redis") || plainScheme.equals("rediss"));

        String[] parts = url.split(",", -1);
        URI first = new URI(parts[0]);
        List<String> nodes = new ArrayList<>(parts.length);
        String lastPath = "";
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].trim();
            URI node = i == 0 ? first : new URI(part.contains("://") ? part : scheme + "://" + part);
            require(scheme.equals(node.getScheme()) && node.getHost() != null);
            require(node.getQuery() == null && node.getFragment() == null);
            int port = node.getPort() >= 0 ? node.getPort() : sentinel ? DEFAULT_SENTINEL_PORT : DEFAULT_PORT;
            require(port > 0 && port <= 65_535);
            nodes.add(node.getHost() + ":" + port);
            lastPath = node.getPath();
            require(i == parts.length - 1 || lastPath.isEmpty());
        }

        String[] path = lastPath.isEmpty() || lastPath.equals("/")
                ? new String[0]
                : lastPath.substring(1).split("/", -1);
        int names = sentinel ? 1 : 0;
        require(path.length >= names && path.length <= names + 1);
        require(names == 0 || !path[0].isEmpty());
        int database = path.length > names ? Integer.parseInt(path[names]) : 0;
        require(database >= 0 && (database == 0 || sentinel || nodes.size() == 1));

        String[] credentials = credentials(first);
        return new RedisUrl(
                plainScheme.equals("rediss"),
                Optional.of(credentials[0]).filter(user -> !user.isEmpty()),
                Optional.of(credentials[1]).filter(password -> !password.isEmpty()),
                List.copyOf(nodes),
                sentinel ? Optional.of(path[0]) : Optional.empty(),
                database);
    }

    /** User and password; {@code redis://secret@host} has a password only, as the Go client reads it. */
    private static String[] credentials(URI uri) {
        String info = uri.getRawUserInfo();
        if (info == null) {
            return new String[] {"", ""};
        }
        int colon = info.indexOf(':');
        String user = colon < 0 ? "" : info.substring(0, colon);
        String password = colon < 0 ? info : info.substring(colon + 1);
        return new String[] {decode(user), decode(password)};
    }

    private static String decode(String text) {
        // In this part of a URL a plus sign is itself, not a space.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException();
        }
    }

    private static String withoutCredentials(String url) {
        return url.replaceAll("(^(?:[a-z+]+://)?|://|,)[^@,]*@", "$1***@");
    }

    boolean sentinel() {
        return master.isPresent();
    }

    boolean cluster() {
        return !sentinel() && nodes.size() > 1;
    }

    /** The nodes as the client library wants them. */
    List<String> addresses() {
        String prefix = tls ? "rediss://" : "redis://";
        return nodes.stream().map(node -> prefix + node).toList();
    }

    /** Without user and password: fit for logs and messages. */
    @Override
    public String toString() {
        return (tls ? "rediss" : "redis") + (sentinel() ? "+sentinel" : "") + "://" + String.join(",", nodes)
                + master.map(name -> "/" + name).orElse("") + (database > 0 ? "/" + database : "");
    }
}
