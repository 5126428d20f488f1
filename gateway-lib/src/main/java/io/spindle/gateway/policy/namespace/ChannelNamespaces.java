package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The namespaces of a gateway's channels, and how channel names are read. {@code chat:room} has the options of {@code
 * chat}, {@code room} those of channels without a namespace; the private prefix is passed over, {@code $chat:room} has
 * those of {@code chat} too. Immutable.
 *
 * @see <a href="https://centrifugal.dev/docs/server/channels">Channels and namespaces of Centrifugo</a>
 */
public final class ChannelNamespaces {
    private final ChannelSyntax syntax;
    private final Namespace withoutNamespace;
    private final Map<String, Namespace> byName;

    ChannelNamespaces(ChannelSyntax syntax, Namespace withoutNamespace, Map<String, Namespace> byName) {
        this.syntax = syntax;
        this.withoutNamespace = withoutNamespace;
        this.byName = Map.copyOf(byName);
    }

    public static ChannelNamespacesBuilder builder() {
        return new ChannelNamespacesBuilder();
    }

    /** Whether the channel's namespace exists. */
    public boolean contains(String channel) {
        return find(channel).isPresent();
    }

    /**
     * How a channel behaves where no client asks: what is forced counts, what clients may wish for does not.
     *
     * @return empty if its namespace does not exist
     */
    public Optional<ChannelOptions> options(String channel) {
        return find(channel).map(place -> place.namespace().channelOptions());
    }

    /** Whether data is in the format of the channel's publications; false if its namespace does not exist. */
    public boolean accepts(String channel, Payload data) {
        return find(channel).map(place -> place.namespace().accepts(data)).orElse(false);
    }

    ChannelSyntax syntax() {
        return syntax;
    }

    /** The namespaces by their names, those of channels without a namespace by the empty one. */
    Optional<Namespace> named(String name) {
        return Optional.ofNullable(name.isEmpty() ? withoutNamespace : byName.get(name));
    }

    /** All of them, by where their options stand. */
    Map<String, Namespace> all() {
        Map<String, Namespace> all = new TreeMap<>();
        all.put("without_namespace", withoutNamespace);
        byName.forEach((name, namespace) -> all.put("namespaces." + name, namespace));
        return all;
    }

    /** Where a channel belongs; empty if its namespace does not exist. */
    Optional<Place> find(String channel) {
        int start = syntax.isPrivate(channel) ? syntax.privatePrefix().length() : 0;
        int end = channel.indexOf(syntax.namespaceBoundary(), start);
        if (end < 0) {
            return Optional.of(new Place(channel, withoutNamespace, 0));
        }
        int restStart = end + syntax.namespaceBoundary().length();
        return named(channel.substring(start, end)).map(namespace -> new Place(channel, namespace, restStart));
    }
}
