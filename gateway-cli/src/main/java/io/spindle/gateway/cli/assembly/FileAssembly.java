package io.spindle.gateway.cli.assembly;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.auth.SubscriptionTokens;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.namespace.ChannelNamespaces;
import io.spindle.gateway.policy.namespace.NamespacesException;
import io.spindle.gateway.proxy.HttpProxies;
import java.util.Optional;
import java.util.function.Consumer;

/** From checked values of a file to what a gateway is made of. Used once, by one thread. */
public final class FileAssembly {
    private final SettingValues root;
    private final FileChoices choices;
    private final Consumer<Fault> told;
    private final Backends backends;
    private final MetricRegistry registry;
    private final HttpProxies proxies;
    private final OtherConnections otherConnections = new OtherConnections();
    private boolean faulty;

    public FileAssembly(
            SettingValues root,
            Environment environment,
            FileChoices choices,
            LastingParts lasting,
            Consumer<Fault> faults) {
        this.registry = lasting.registry();
        this.proxies = lasting.proxies();
        this.root = root;
        this.choices = choices;
        this.told = faults;
        this.backends = new Backends(root, new ProxyAssembly(environment, this::fault));
    }

    /** @return empty if there is a fault */
    public Optional<FileParts> parts() {
        try {
            return assembled();
        } catch (NamespacesException e) {
            // what the rules of the file have not seen
            e.faults().forEach(line -> fault(new Fault("channel", "channel." + line, false)));
            return Optional.empty();
        }
    }

    private Optional<FileParts> assembled() {
        TokenAssembly tokens = new TokenAssembly(root, this::fault);
        Optional<JwtAuthenticator> connectionTokens = tokens.connectionTokens(choices.secret(), !choices.namespaces());
        Optional<SubscriptionTokens> subscriptionTokens = tokens.subscriptionTokens(connectionTokens);
        ListenerAssembly listeners = new ListenerAssembly(root, this::fault);
        Optional<RpcHandler> rpc = new RpcAssembly(root, backends, proxies).handler();
        Consumer<GatewayBuilder> rest = new BuilderAssembly(listeners, root, choices.namespaces(), this::fault)
                .rest(registry, rpc)
                .andThen(builder -> builder.keepHeaders(backends.keptHeaders()));
        ConnectAssembly connect = new ConnectAssembly(root, backends, proxies);
        if (!choices.namespaces()) {
            Optional<Authenticator> authenticator = connect.beside(connectionTokens);
            return faulty || authenticator.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FileParts(
                            authenticator.get(), Optional.empty(), rest, otherConnections::of, listeners::addresses));
        }
        ChannelNamespaces namespaces =
                new NamespaceAssembly(root, choices.workers() ? Delivery.RELAY : Delivery.NONE).namespaces();
        Authenticator authenticator = connect.authenticator(namespaces, connectionTokens, otherConnections);
        ChannelAssembly channels = new ChannelAssembly(root, namespaces, backends, proxies);
        channels.findBackends();
        if (faulty) {
            return Optional.empty();
        }
        ChannelPolicy policy = channels.policy(subscriptionTokens);
        return Optional.of(
                new FileParts(authenticator, Optional.of(policy), rest, otherConnections::of, listeners::addresses));
    }

    private void fault(Fault fault) {
        faulty = true;
        told.accept(fault);
    }
}
