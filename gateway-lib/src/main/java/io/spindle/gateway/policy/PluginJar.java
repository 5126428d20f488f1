package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One plugin jar: its class loader, and the policies that it brings. Used by one thread at a time. */
final class PluginJar implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Path path;
    private final PluginClassLoader loader;

    private PluginJar(Path path, PluginClassLoader loader) {
        this.path = path;
        this.loader = loader;
    }

    /**
     * Opens a jar; nothing in it runs yet.
     *
     * @throws PolicyPluginException if it can't be read
     */
    static PluginJar open(Path path) {
        // A class loader takes a broken jar for an empty one: ask someone who complains.
        try (JarFile readable = new JarFile(path.toFile())) {
            return new PluginJar(
                    path,
                    new PluginClassLoader(Path.of(readable.getName()).toUri().toURL()));
        } catch (IOException | SecurityException unreadable) {
            throw new PolicyPluginException(
                    "policy plugin " + path.getFileName() + ": not a readable jar (" + unreadable.getMessage() + ")",
                    unreadable);
        }
    }

    /** The jar's file name. */
    String name() {
        return path.getFileName().toString();
    }

    /**
     * Makes the providers, each with its name checked.
     *
     * @throws PolicyPluginException if one can't be made or is for a later API
     */
    List<Named> providers() {
        return run("", () -> {
            List<Named> providers = new ArrayList<>();
            for (ChannelPolicyProvider provider : ServiceLoader.load(ChannelPolicyProvider.class, loader)) {
                providers.add(named(provider));
            }
            return providers;
        });
    }

    private Named named(ChannelPolicyProvider provider) {
        int version = provider.apiVersion();
        if (version > ChannelPolicyProvider.API_VERSION) {
            throw refused(
                    "made for version " + version + " of the API (expected: up to " + ChannelPolicyProvider.API_VERSION
                            + "; a later gateway has it)",
                    null);
        }
        String name = provider.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw refused("name of its policy: \"" + name + "\" (expected: 1 to 64 of A-Z a-z 0-9 . _ -)", null);
        }
        return new Named(name, provider, this);
    }

    private ChannelPolicy create(Named provider, Map<String, String> settings) {
        String policyName = "policy " + provider.name() + ": ";
        ChannelPolicy policy = run(policyName, () -> provider.provider().create(settings));
        if (policy == null) {
            throw refused(policyName + "its provider made none (null)", null);
        }
        return policy;
    }

    /** Runs code of the jar; whatever it throws names the jar. */
    private <T extends @Nullable Object> T run(String what, Supplier<T> code) {
        try {
            return loader.asContext(code);
        } catch (PolicyPluginException refused) {
            throw refused;
        } catch (Throwable thrown) { // a plugin's errors too: the start has to say which jar it was
            throw refused(what + PluginFault.describe(thrown), thrown);
        }
    }

    private PolicyPluginException refused(String fault, @Nullable Throwable cause) {
        return new PolicyPluginException("policy plugin " + name() + ": " + fault, cause);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** A provider under its name, and where it comes from. */
    record Named(String name, ChannelPolicyProvider provider, PluginJar jar) {
        PluginPolicy create(Map<String, String> settings) {
            return new PluginPolicy("policy " + name + " of " + jar.name(), jar.create(this, settings), jar.loader);
        }
    }
}
