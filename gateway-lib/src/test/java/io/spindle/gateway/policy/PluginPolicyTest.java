package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.ChannelPolicyContract;
import io.spindle.gateway.api.client.ConnectedClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A policy from a jar, asked across class loaders, is a policy like any other. */
class PluginPolicyTest extends ChannelPolicyContract {
    @TempDir
    static Path folder;

    static PolicyPlugins plugins;
    static ChannelPolicy policy;

    @BeforeAll
    static void loadPlugin() {
        TestJar.provider("shop.Team", "team", """
                public ChannelPolicy create(Map<String, String> settings) {
                    String prefix = settings.get("prefix");
                    ChannelOptions options = ChannelOptions.BROADCAST.withPresence(true);
                    return (client, channel, action) -> CompletableFuture.supplyAsync(() ->
                            !client.isAnonymous() && channel.startsWith(prefix)
                                    ? Decision.allow(options)
                                    : Decision.permissionDenied("not of the team"));
                }
                """).write(folder.resolve("team.jar"));
        plugins = PolicyPlugins.load(folder);
        policy = plugins.create("team", Map.of("prefix", "team:"));
    }

    @AfterAll
    static void closePlugin() {
        plugins.close();
    }

    @Override
    protected ChannelPolicy policy() {
        return policy;
    }

    @Override
    protected ConnectedClient client() {
        return new ConnectedClient("42", "c1", "Alice", true, Optional.empty());
    }

    @Override
    protected String openChannel() {
        return "team:red";
    }

    @Override
    protected String closedChannel() {
        return "chat";
    }
}
