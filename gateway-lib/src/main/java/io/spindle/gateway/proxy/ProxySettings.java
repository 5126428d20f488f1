package io.spindle.gateway.proxy;

import io.spindle.gateway.api.client.ClientTransport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How one backend is asked: made by {@link #builder}, checked, immutable.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy">Centrifugo: proxy options</a>
 */
public final class ProxySettings {
    private final URI endpoint;
    private final ProxyLimits limits;
    private final ProxyHeaders headers;
    private final boolean binaryEncoding;
    private final boolean includeConnectionMeta;
    private final Map<Integer, StatusTransform> transforms;
    private final Optional<SSLContext> tls;

    ProxySettings(
            URI endpoint,
            ProxyLimits limits,
            ProxyHeaders headers,
            boolean binaryEncoding,
            boolean includeConnectionMeta,
            Map<Integer, StatusTransform> transforms,
            Optional<SSLContext> tls) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.headers = headers;
        this.binaryEncoding = binaryEncoding;
        this.includeConnectionMeta = includeConnectionMeta;
        this.transforms = Map.copyOf(transforms);
        this.tls = tls;
    }

    /**
     * A backend at an address, everything else at its default.
     *
     * @param endpoint {@code http://…} or {@code https://…}
     */
    public static ProxySettingsBuilder builder(String endpoint) {
        return new ProxySettingsBuilder(endpoint);
    }

    /** The headers of clients that this proxy copies, in lower case: the gateway has to keep them. */
    public Set<String> keptHeaders() {
        return headers.kept();
    }

    URI endpoint() {
        return endpoint;
    }

    ProxyLimits limits() {
        return limits;
    }

    Map<String, List<String>> headersFor(ClientTransport transport) {
        return headers.of(transport);
    }

    boolean binaryEncoding() {
        return binaryEncoding;
    }

    boolean includeConnectionMeta() {
        return includeConnectionMeta;
    }

    Optional<StatusTransform> transform(int status) {
        return Optional.ofNullable(transforms.get(status));
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    /** Without headers and without what may stand before the host: they may be secrets. */
    @Override
    public String toString() {
        return "ProxySettings[endpoint=" + place() + "]";
    }

    /** Where the backend is, fit for a log. */
    String place() {
        return endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()) + endpoint.getRawPath();
    }
}
