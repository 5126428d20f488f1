package io.spindle.gateway.auth;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a key set is. Placeholders in the address, {@code {{tenant}}}, are filled with what a pattern's named group found
 * in the token. Immutable.
 */
final class KeySetEndpoint {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)\\}\\}");

    private final String template;
    private final Set<String> placeholders;

    private KeySetEndpoint(String template, Set<String> placeholders) {
        this.template = template;
        this.placeholders = placeholders;
    }

    /**
     * An endpoint as it is written in the settings.
     *
     * @throws IllegalArgumentException if it is no address of a web server
     */
    static KeySetEndpoint of(String template) {
        Set<String> placeholders = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            placeholders.add(matcher.group(1));
        }
        // A word or a number, as a placeholder may also be the port.
        if (Stream.of("x", "1")
                .noneMatch(value -> webAddress(PLACEHOLDER.matcher(template).replaceAll(value))
                        .isPresent())) {
            throw new IllegalArgumentException("jwks: \"" + template
                    + "\" (expected: an http or https URL, such as https://id.example.com/.well-known/jwks.json)");
        }
        return new KeySetEndpoint(template, Set.copyOf(placeholders));
    }

    Set<String> placeholders() {
        return placeholders;
    }

    /**
     * The address for one token. Placeholders that nothing fills become empty.
     *
     * @return empty if what fills the placeholders makes another path of it, or no address at all
     */
    Optional<URI> resolve(Map<String, String> groups) {
        String address = template;
        for (String name : placeholders) {
            address = address.replace("{{" + name + "}}", groups.getOrDefault(name, ""));
        }
        return webAddress(address).filter(uri -> placeholders.isEmpty() || isClean(uri.getPath()));
    }

    private static Optional<URI> webAddress(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** No empty segment, none that leads elsewhere. */
    private static boolean isClean(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return true;
        }
        List<String> segments = List.of(path.substring(1).split("/", -1));
        return segments.stream().noneMatch(Set.of("", ".", "..")::contains);
    }
}
