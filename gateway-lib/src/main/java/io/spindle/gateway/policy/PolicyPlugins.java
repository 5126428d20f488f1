package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelPolicy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies found in a folder of plugin jars, chosen by name. Each jar has a class loader of its own: its own classes
 * first, then the JDK's, and of the gateway the API and JSpecify alone.
 *
 * <p>All jars are opened at once, also those whose policy is not chosen, so that what is wrong with one shows at the
 * start. Confined to the thread that starts and closes the gateway.
 */
public final class PolicyPlugins implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PolicyPlugins.class);

    private final SortedMap<String, PluginJar.Named> providers = new TreeMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    private PolicyPlugins() {}

    /**
     * Opens the jars ({@code *.jar}) of a folder.
     *
     * @throws PolicyPluginException if the folder or a jar can't be read, a provider can't be made or is for a later
     *     API, or two policies have one name
     */
    public static PolicyPlugins load(Path folder) {
        PolicyPlugins plugins = new PolicyPlugins();
        try {
            for (Path jar : jarsOf(folder)) {
                plugins.add(jar);
            }
            return plugins;
        } catch (PolicyPluginException unusable) {
            plugins.close();
            throw unusable;
        }
    }

    private static List<Path> jarsOf(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(jars::add);
        } catch (IOException unreadable) {
            throw new PolicyPluginException(
                    "plugins folder " + folder + ": not a readable folder (expected: a folder with plugin jars)",
                    unreadable);
        }
        Collections.sort(jars);
        return jars;
    }

    private void add(Path path) {
        PluginJar jar = PluginJar.open(path);
        opened.add(jar);
        List<PluginJar.Named> found = jar.providers();
        if (found.isEmpty()) {
            log.warn("Plugin jar without a policy (no provider in META-INF/services): jar={}", path);
        }
        found.forEach(this::add);
    }

    private void add(PluginJar.Named provider) {
        String name = provider.name();
        if (name.equals(DefaultChannelPolicy.NAME)) {
            throw twice(provider, "built in");
        }
        PluginJar.Named other = providers.putIfAbsent(name, provider);
        if (other != null) {
            throw twice(provider, "in " + other.jar().name());
        }
    }

    private static PolicyPluginException twice(PluginJar.Named provider, String where) {
        return new PolicyPluginException(
                "policy plugin " + provider.jar().name() + ": a policy named \"" + provider.name() + "\" is also "
                        + where,
                null);
    }

    /**
     * Makes a policy. If it is {@link AutoCloseable} it is closed with these plugins.
     *
     * @param name a plugin's; the built-in policies are not made here
     * @param settings the settings {@code policy.<name>.*}, by the part of their names after that prefix
     * @throws PolicyPluginException if no plugin has the name, or its provider refuses the settings or fails
     */
    public ChannelPolicy create(String name, Map<String, String> settings) {
        PluginJar.Named provider = providers.get(name);
        if (provider == null) {
            List<String> known = new ArrayList<>(providers.keySet());
            known.add(0, DefaultChannelPolicy.NAME);
            throw new PolicyPluginException(
                    "policy: \"" + name + "\" (expected: " + String.join(", ", known) + ")", null);
        }
        PluginPolicy policy = provider.create(Map.copyOf(settings));
        if (policy.policy() instanceof AutoCloseable closeable) {
            opened.add(closeable);
        }
        return policy;
    }

    /** Closes the policies made here, then the jars. Nothing may be asked of them any more. */
    @Override
    public void close() {
        Collections.reverse(opened);
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (Exception failed) {
                log.warn(
                        "Policy plugin could not be closed: {}", each.getClass().getName(), failed);
            }
        }
        opened.clear();
    }
}
