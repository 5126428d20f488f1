package io.spindle.gateway.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Makes {@link ProxySettings}. Not thread-safe. Everything is checked together by {@link #build}; each default stands with
 * its setter.
 */
public final class ProxySettingsBuilder {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_IN_FLIGHT = 1_000_000;
    private static final int LARGEST_RESPONSE = 1 << 30;
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private final String endpoint;
    private Duration timeout = ProxyLimits.DEFAULTS.timeout();
    private List<String> httpHeaders = List.of();
    private List<String> emulatedHeaders = List.of();
    private Map<String, String> staticHeaders = Map.of();
    private boolean binaryEncoding;
    private boolean includeConnectionMeta;
    private List<StatusTransform> statusTransforms = List.of();
    private int maxInFlight = ProxyLimits.DEFAULTS.maxInFlight();
    private int maxResponseBytes = ProxyLimits.DEFAULTS.maxResponseBytes();
    private Optional<SSLContext> tls = Optional.empty();

    ProxySettingsBuilder(String endpoint) {
        this.endpoint = endpoint;
    }

    /** For the whole call, redirects and the answer's body included. Default: 1 s. */
    public ProxySettingsBuilder timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Names of headers to copy from the client's HTTP request. Default: none. */
    public ProxySettingsBuilder httpHeaders(List<String> names) {
        this.httpHeaders = List.copyOf(names);
        return this;
    }

    /**
     * Names of headers to copy from the client's connect command: its own word. A header that {@link #httpHeaders} names
     * too is taken from the HTTP request if it has it. Default: none.
     */
    public ProxySettingsBuilder emulatedHeaders(List<String> names) {
        this.emulatedHeaders = List.copyOf(names);
        return this;
    }

    /** Headers that are always sent, unless one of the same name is copied. Default: none. */
    public ProxySettingsBuilder staticHeaders(Map<String, String> headers) {
        this.staticHeaders = Map.copyOf(headers);
        return this;
    }

    /** Whether clients' data travels as base64, so that it can be any bytes. Default: false, as the JSON that it is. */
    public ProxySettingsBuilder binaryEncoding(boolean binary) {
        this.binaryEncoding = binary;
        return this;
    }

    /** Whether the backend is told what was noted about the connection. Default: false. */
    public ProxySettingsBuilder includeConnectionMeta(boolean include) {
        this.includeConnectionMeta = include;
        return this;
    }

    /** What HTTP statuses stand for; of one status the first counts. Default: none, all but 200 are failures. */
    public ProxySettingsBuilder statusTransforms(List<StatusTransform> transforms) {
        this.statusTransforms = List.copyOf(transforms);
        return this;
    }

    /** Requests without an answer, per event; above, an event fails at once. Default: 1,000. */
    public ProxySettingsBuilder maxInFlight(int requests) {
        this.maxInFlight = requests;
        return this;
    }

    /** Bytes of an answer's body; above, the call fails. Default: 1,048,576. */
    public ProxySettingsBuilder maxResponseBytes(int bytes) {
        this.maxResponseBytes = bytes;
        return this;
    }

    /** Whom to trust at {@code https://…}, and who the gateway is there. Default: the JVM's. */
    public ProxySettingsBuilder tls(SSLContext context) {
        this.tls = Optional.of(context);
        return this;
    }

    /**
     * Checks and makes the settings.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public ProxySettings build() {
        List<String> faults = new ArrayList<>();
        Optional<URI> address = address(faults);
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
            faults.add("timeout: " + timeout.toMillis() + "ms (expected: 1ms to " + LONGEST.toSeconds() + "s)");
        }
        if (maxInFlight < 1 || maxInFlight > MOST_IN_FLIGHT) {
            faults.add("maxInFlight: " + maxInFlight + " (expected: 1 to " + MOST_IN_FLIGHT + ")");
        }
        if (maxResponseBytes < 1_024 || maxResponseBytes > LARGEST_RESPONSE) {
            faults.add("maxResponseBytes: " + maxResponseBytes + " (expected: 1024 to " + LARGEST_RESPONSE + ")");
        }
        checkHeaders(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        Map<Integer, StatusTransform> transforms = new HashMap<>();
        statusTransforms.forEach(transform -> transforms.putIfAbsent(transform.status(), transform));
        return new ProxySettings(
                address.orElseThrow(),
                new ProxyLimits(timeout, maxInFlight, maxResponseBytes),
                new ProxyHeaders(httpHeaders, emulatedHeaders, fixedHeaders(address.orElseThrow())),
                binaryEncoding,
                includeConnectionMeta,
                transforms,
                tls);
    }

    /** What stands before the host becomes the header that it means, as in every client but the JDK's. */
    private Map<String, String> fixedHeaders(URI address) {
        boolean given = staticHeaders.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
        if (address.getUserInfo() == null || given) {
            return staticHeaders;
        }
        Map<String, String> headers = new HashMap<>(staticHeaders);
        byte[] credentials = address.getUserInfo().getBytes(StandardCharsets.UTF_8);
        headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        return headers;
    }

    private Optional<URI> address(List<String> faults) {
        String scheme = endpoint.contains("://") ? endpoint.substring(0, endpoint.indexOf("://")) : "";
        if (!scheme.toLowerCase(Locale.ROOT).matches("https?")) {
            // Centrifugo takes everything else for gRPC, an address without scheme as well.
            faults.add("endpoint: \"" + endpoint + "\" (expected: http://… or https://…; proxies over gRPC are not"
                    + " supported)");
            return Optional.empty();
        }
        try {
            URI uri = new URI(endpoint);
            if (uri.getHost() != null) {
                return Optional.of(uri);
            }
            faults.add("endpoint: \"" + endpoint + "\" (expected: a host after " + scheme + "://)");
        } catch (URISyntaxException malformed) {
            faults.add("endpoint: \"" + endpoint + "\" (expected: a URI such as http://localhost:3000/centrifugo)");
        }
        return Optional.empty();
    }

    private void checkHeaders(List<String> faults) {
        Stream.of(httpHeaders, emulatedHeaders, staticHeaders.keySet())
                .flatMap(names -> names.stream())
                .filter(name -> !HEADER_NAME.matcher(name).matches())
                .forEach(name -> faults.add("header \"" + name + "\" (expected: the name of an HTTP header)"));
        staticHeaders.forEach((name, value) -> {
            if (!HEADER_VALUE.matcher(value).matches()) {
                // The value may be a secret.
                faults.add("static header \"" + name + "\": characters that no header can have");
            }
        });
    }
}
