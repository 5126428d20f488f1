package io.spindle.gateway.cli.assembly;

import com.codahale.metrics.MetricRegistry;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.cli.config.ClientOptions;
import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The words for the builder that only a file has. */
final class BuilderAssembly {
    /** Names of channels are judged by the policy of namespaces alone. */
    private static final int ANY_CHANNEL = 65_535;

    private final ListenerAssembly listeners;
    private final SettingValues root;
    private final boolean namespaces;
    private final Consumer<Fault> faults;
    private final ClientOptions client = ConfigOptions.ROOT.client;

    BuilderAssembly(ListenerAssembly listeners, SettingValues root, boolean namespaces, Consumer<Fault> faults) {
        this.listeners = listeners;
        this.root = root;
        this.namespaces = namespaces;
        this.faults = faults;
    }

    Consumer<GatewayBuilder> rest(MetricRegistry registry, Optional<RpcHandler> rpc) {
        Map<Integer, Disconnect> unidirectionalErrors = unidirectionalErrors();
        return builder -> {
            builder.metricRegistry(registry).unidirectionalErrors(unidirectionalErrors);
            rpc.ifPresent(builder::rpc);
            builder.nodeName(nodeName());
            connections(builder);
            listeners.addTo(builder);
            new ServedEndpoints(root).addTo(builder);
            if (namespaces) {
                builder.maxChannelBytes(ANY_CHANNEL);
            }
        };
    }

    private String nodeName() {
        return root.find(ConfigOptions.ROOT.node.name)
                .orElseGet(() -> Hosts.own() + "_" + root.get(ListenerSettings.WEBSOCKET_PORT));
    }

    private void connections(GatewayBuilder builder) {
        builder.maxConnections(root.get(client.connectionLimit))
                .maxNewConnections(root.get(client.connectionRateLimit))
                .maxConnectionsPerUser(root.get(client.userConnectionLimit))
                .expiredCloseDelay(root.get(client.expiredCloseDelay))
                .expiredSubscriptionCloseDelay(root.get(client.expiredSubCloseDelay))
                .upkeepInterval(root.get(client.presenceUpdateInterval))
                .positionCheckDelay(root.get(client.channelPositionCheckDelay))
                .tellTime(root.get(client.connectIncludeServerTime))
                .maxHistoryPublications(root.get(client.historyMaxPublicationLimit))
                .maxRecoveredPublications(root.get(client.recoveryMaxPublicationLimit));
    }

    private Map<Integer, Disconnect> unidirectionalErrors() {
        Map<Integer, Disconnect> errors = new LinkedHashMap<>();
        if (root.get(client.unidirectionalCodesEnabled)) {
            for (SettingValues entry : root.entries(client.unidirectionalCodes)) {
                disconnect(entry).ifPresent(to -> errors.putIfAbsent(entry.get(ClientOptions.CODE_TRANSFORM.code), to));
            }
        }
        return errors;
    }

    private Optional<Disconnect> disconnect(SettingValues entry) {
        try {
            return Optional.of(new Disconnect(
                    entry.get(ClientOptions.CODE_TRANSFORM.toCode),
                    entry.find(ClientOptions.CODE_TRANSFORM.toReason).orElse("")));
        } catch (IllegalArgumentException e) {
            faults.accept(entry.fault(ClientOptions.CODE_TRANSFORM.toCode, "a code from 3000 to 4999"));
            return Optional.empty();
        }
    }
}
