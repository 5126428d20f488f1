package io.spindle.gateway.cli.serve;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.cli.assembly.FileAssembly;
import io.spindle.gateway.cli.assembly.FileChoices;
import io.spindle.gateway.cli.assembly.FileParts;
import io.spindle.gateway.cli.assembly.LastingParts;
import io.spindle.gateway.cli.file.BadFileException;
import io.spindle.gateway.cli.logging.LogThreshold;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.Environment;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.ListenerSettings;
import io.spindle.gateway.cli.settings.PolicySettings;
import io.spindle.gateway.cli.settings.ProcessSettings;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.PolicyPluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what was asked for to a plan, or to everything that is wrong with it. Used once, by one thread. */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private static final String CONFIG = "--config";

    private final ServeRequest request;
    private final Environment environment;
    private final LastingParts lasting;
    private final List<Fault> faults = new ArrayList<>();

    /** @param lasting what the gateway has already, or will keep */
    Preparation(ServeRequest request, Environment environment, LastingParts lasting) {
        this.request = request;
        this.environment = environment;
        this.lasting = lasting;
    }

    /** Empty if there are {@link #faults()}. */
    Optional<ServePlan> plan() {
        return checked().flatMap(this::plan);
    }

    /**
     * The file of a gateway that runs, read again.
     *
     * @return empty if there are {@link #faults()}
     */
    Optional<Reread> reread(ServePlan running) {
        Optional<CheckedSettings> checked = checked();
        checked.ifPresent(settings -> faults.addAll(settings.faults()));
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return checked.flatMap(settings -> settings.choices().flatMap(choices -> reread(running, settings, choices)));
    }

    private Optional<Reread> reread(ServePlan running, CheckedSettings settings, FileChoices choices) {
        if (choices.namespaces() != running.namespaces()) {
            faults.add(Fault.at("channel", "whether its options are the policy has changed", "a restart"));
            return Optional.empty();
        }
        SettingValues values = settings.values();
        Optional<FileParts> parts = new FileAssembly(values, environment, choices, lasting, faults::add).parts();
        parts.ifPresent(all -> {
            LogThreshold.set(values.get(ProcessSettings.LOG_LEVEL));
            warn(settings);
        });
        return parts.map(all -> new Reread(values, all));
    }

    /** What the file says now. */
    record Reread(SettingValues values, FileParts parts) {}

    private Optional<CheckedSettings> checked() {
        try {
            return Optional.of(request.config()
                    .map(file -> FileCheck.of(file, request, environment))
                    .orElseGet(() -> TableCheck.of(request, environment)));
        } catch (BadFileException e) {
            faults.add(new Fault(CONFIG, CONFIG + ": " + e.getMessage(), false));
            return Optional.empty();
        }
    }

    private Optional<ServePlan> plan(CheckedSettings settings) {
        SettingValues values = settings.values();
        LogThreshold.set(values.get(ProcessSettings.LOG_LEVEL));
        faults.addAll(settings.faults());
        warn(settings);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return settings.choices().isPresent()
                ? ofFile(values, settings.choices().get())
                : ofTable(values);
    }

    private Optional<ServePlan> ofTable(SettingValues values) {
        Optional<String> secret = Embedded.secret(values, Access.KEYS, request.embedded());
        Optional<JwtAuthenticator> authenticator = Access.of(values, secret, faults::add);
        Optional<ChosenPolicy> policy = policy(values);
        if (authenticator.isEmpty() || policy.isEmpty()) {
            policy.ifPresent(ChosenPolicy::close);
            return Optional.empty();
        }
        return Optional.of(new ServePlan(
                values,
                authenticator.get(),
                secret,
                policy.get(),
                false,
                request.embedded(),
                builder -> builder.port(values.get(ListenerSettings.WEBSOCKET_PORT)),
                gateway -> {},
                gateway -> Addresses.of(gateway, values)));
    }

    private Optional<ServePlan> ofFile(SettingValues values, FileChoices choices) {
        Optional<FileParts> parts = new FileAssembly(values, environment, choices, lasting, faults::add).parts();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<ChosenPolicy> policy =
                parts.get().policy().map(ChosenPolicy::builtIn).or(() -> policy(values));
        return policy.map(chosen -> new ServePlan(
                values,
                parts.get().authenticator(),
                choices.secret(),
                chosen,
                choices.namespaces(),
                request.embedded(),
                parts.get().rest(),
                parts.get().gateway(),
                gateway -> Addresses.of(parts.get().addresses().apply(gateway), gateway, values)));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void warn(CheckedSettings settings) {
        settings.warnings().forEach(LOG::warn);
        if (request.embedded()
                && settings.values().given(RedisConnectionSettings.URL).isPresent()) {
            LOG.warn("{} is not used: --embedded keeps all in memory", RedisConnectionSettings.URL.name());
        }
    }

    private Optional<ChosenPolicy> policy(SettingValues values) {
        String name = values.get(ChannelSettings.POLICY);
        try {
            return Optional.of(ChosenPolicy.of(values, PolicySettings.of(name, request.policySettings(), environment)));
        } catch (PolicyPluginException e) {
            faults.add(new Fault(ChannelSettings.POLICY.name(), String.valueOf(e.getMessage()), false));
            return Optional.empty();
        }
    }
}
