package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.auth.Authenticator;
import java.util.Locale;
import java.util.Optional;

/** Collects what a {@link NamespaceAuthenticator} decides by; by default nobody is let in. Not thread-safe. */
public final class NamespaceAuthenticatorBuilder {
    final ChannelNamespaces namespaces;
    Optional<Authenticator> tokens = Optional.empty();
    Optional<CredentialSource> connectProxy = Optional.empty();
    Optional<Prolongation> refreshProxy = Optional.empty();
    boolean allowAnonymousConnectWithoutToken;
    boolean insecure;
    Optional<String> userIdHttpHeader = Optional.empty();
    private Optional<String> personalChannelNamespace = Optional.empty();
    private Optional<SingleConnection> singleConnection = Optional.empty();

    NamespaceAuthenticatorBuilder(ChannelNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /**
     * What verifies connection tokens; default: every token is invalid.
     *
     * @param tokens asked about attempts with a token, and refreshes; must not block
     */
    public NamespaceAuthenticatorBuilder tokens(Authenticator tokens) {
        this.tokens = Optional.of(tokens);
        return this;
    }

    /** {@code client.proxy.connect}: asked about clients without a token. */
    public NamespaceAuthenticatorBuilder connectProxy(CredentialSource proxy) {
        this.connectProxy = Optional.of(proxy);
        return this;
    }

    /** {@code client.proxy.refresh}: prolongs connections that expire; clients are told of no expiry then. */
    public NamespaceAuthenticatorBuilder refreshProxy(Prolongation proxy) {
        this.refreshProxy = Optional.of(proxy);
        return this;
    }

    /** {@code client.allow_anonymous_connect_without_token}: lets clients in that have no token; default false. */
    public NamespaceAuthenticatorBuilder allowAnonymousConnectWithoutToken(boolean allow) {
        this.allowAnonymousConnectWithoutToken = allow;
        return this;
    }

    /**
     * {@code client.insecure}: lets clients in that have no token, and connections last whatever their token says. A token
     * that is there is verified all the same. Default false.
     */
    public NamespaceAuthenticatorBuilder insecure(boolean insecure) {
        this.insecure = insecure;
        return this;
    }

    /**
     * {@code client.user_id_http_header}: a header of the connection's request that carries the user's id. To be set only
     * behind a proxy that takes it out of what clients send. Where clients are let in without a token, it is not looked at.
     */
    public NamespaceAuthenticatorBuilder userIdHttpHeader(String name) {
        this.userIdHttpHeader = Optional.of(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /**
     * {@code client.subscribe_to_user_personal_channel}: subscribes users to a channel of their own, {@code
     * namespace:#user}.
     *
     * @param namespace {@code personal_channel_namespace}; empty: none
     */
    public NamespaceAuthenticatorBuilder personalChannel(String namespace) {
        this.personalChannelNamespace = Optional.of(namespace);
        return this;
    }

    /** {@code single_connection} of personal channels: a user's new connection ends the others. */
    public NamespaceAuthenticatorBuilder singleConnection(SingleConnection single) {
        this.singleConnection = Optional.of(single);
        return this;
    }

    /**
     * Makes the authenticator.
     *
     * @throws NamespacesException if the personal channels' namespace does not exist, or keeps no presence though it has to
     */
    public NamespaceAuthenticator build() {
        NamespaceFaults faults = new NamespaceFaults();
        String option = "client.subscribe_to_user_personal_channel.";
        personalChannelNamespace.ifPresent(name -> {
            Optional<Namespace> namespace = namespaces.named(name);
            if (namespace.isEmpty()) {
                faults.add(option + "personal_channel_namespace: \"" + name + "\" (expected: a namespace that exists)");
            } else if (singleConnection.isPresent()
                    && !namespace.get().options().presence().presence()) {
                faults.add(option + "single_connection: true (expected: presence in the namespace \"" + name + "\")");
            }
        });
        if (singleConnection.isPresent() && personalChannelNamespace.isEmpty()) {
            faults.add(option + "single_connection: true (expected: personal channels with it)");
        }
        faults.report();
        return new NamespaceAuthenticator(this);
    }

    Optional<PersonalChannels> personalChannels() {
        return personalChannelNamespace.map(name -> new PersonalChannels(namespaces.syntax(), name, singleConnection));
    }
}
