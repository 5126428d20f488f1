package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.HistoryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects namespaces, and what is the same for all of them. Not thread-safe. */
public final class ChannelNamespacesBuilder {
    private String privatePrefix = ChannelSyntax.DEFAULTS.privatePrefix();
    private String namespaceBoundary = ChannelSyntax.DEFAULTS.namespaceBoundary();
    private String userBoundary = ChannelSyntax.DEFAULTS.userBoundary();
    private String userSeparator = ChannelSyntax.DEFAULTS.userSeparator();
    private int maxLength = ChannelSyntax.DEFAULTS.maxLength();
    private Duration historyMetaTtl = HistoryOptions.DEFAULT_META_TTL;
    private DataFormat publicationDataFormat = DataFormat.NOT_EMPTY;
    private NamespaceOptions withoutNamespace = NamespaceOptions.DEFAULTS;
    private final Map<String, NamespaceOptions> namespaces = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    ChannelNamespacesBuilder() {}

    /** {@code private_prefix}: channels that begin with it need a subscription token; default {@code $}. */
    public ChannelNamespacesBuilder privatePrefix(String privatePrefix) {
        this.privatePrefix = privatePrefix;
        return this;
    }

    /** {@code namespace_boundary}: ends the namespace's name, where it stands first; default {@code :}. */
    public ChannelNamespacesBuilder namespaceBoundary(String namespaceBoundary) {
        this.namespaceBoundary = namespaceBoundary;
        return this;
    }

    /** {@code user_boundary}: begins the users of a user-limited channel, where it stands last; default {@code #}. */
    public ChannelNamespacesBuilder userBoundary(String userBoundary) {
        this.userBoundary = userBoundary;
        return this;
    }

    /** {@code user_separator}: stands between users; default {@code ,}. */
    public ChannelNamespacesBuilder userSeparator(String userSeparator) {
        this.userSeparator = userSeparator;
        return this;
    }

    /**
     * {@code max_length}: the longest channel that clients can subscribe to, in bytes; default 255, negative for no limit.
     * Publishing and reading don't ask for it.
     */
    public ChannelNamespacesBuilder maxLength(int bytes) {
        this.maxLength = bytes;
        return this;
    }

    /** {@code history_meta_ttl}, where a namespace says nothing else: in whole seconds; default 30 days. */
    public ChannelNamespacesBuilder historyMetaTtl(Duration historyMetaTtl) {
        this.historyMetaTtl = historyMetaTtl;
        return this;
    }

    /** {@code publication_data_format}, where a namespace says nothing else; default {@link DataFormat#NOT_EMPTY}. */
    public ChannelNamespacesBuilder publicationDataFormat(DataFormat format) {
        this.publicationDataFormat = format;
        return this;
    }

    /** {@code without_namespace}: the options of channels without a namespace. */
    public ChannelNamespacesBuilder withoutNamespace(NamespaceOptions options) {
        this.withoutNamespace = options;
        return this;
    }

    /**
     * {@code namespaces}: adds one.
     *
     * @param name two characters or more of A-Z, a-z, 0-9, {@code - _ .}
     */
    public ChannelNamespacesBuilder namespace(String name, NamespaceOptions options) {
        if (namespaces.putIfAbsent(name, options) != null) {
            repeated.add(name);
        }
        return this;
    }

    /**
     * Makes the namespaces.
     *
     * @throws NamespacesException if something about them is wrong: with every fault, not only the first
     */
    public ChannelNamespaces build() {
        NamespaceFaults faults = new NamespaceFaults();
        faults.notEmpty("private_prefix", privatePrefix);
        faults.notEmpty("namespace_boundary", namespaceBoundary);
        faults.notEmpty("user_boundary", userBoundary);
        faults.notEmpty("user_separator", userSeparator);
        faults.maxLength(maxLength);
        faults.defaultMetaTtl(historyMetaTtl);
        repeated.forEach(faults::repeated);
        faults.options("without_namespace", withoutNamespace, historyMetaTtl);
        namespaces.forEach((name, options) -> {
            faults.name(name);
            faults.options("namespaces." + name, options, historyMetaTtl);
        });
        faults.report();

        Map<String, Namespace> byName = new HashMap<>();
        namespaces.forEach(
                (name, options) -> byName.put(name, new Namespace(options, historyMetaTtl, publicationDataFormat)));
        return new ChannelNamespaces(
                new ChannelSyntax(privatePrefix, namespaceBoundary, userBoundary, userSeparator, maxLength),
                new Namespace(withoutNamespace, historyMetaTtl, publicationDataFormat),
                byName);
    }
}
