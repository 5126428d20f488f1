package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.client.ConnectedClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyPluginsTest {
    @TempDir
    Path folder;

    private static String reason(ChannelPolicy policy) {
        ConnectedClient client = new ConnectedClient("42", "c1", "Alice", true, Optional.empty());
        Decision decision = policy.decide(client, "chat", new ChannelAction.Subscribe("", Optional.empty()))
                .toCompletableFuture()
                .join();
        return ((Decision.Deny) decision).reason();
    }

    private String reason(String name, Map<String, String> settings) {
        try (PolicyPlugins plugins = PolicyPlugins.load(folder)) {
            return reason(plugins.create(name, settings));
        }
    }

    @Test
    void aPolicyIsChosenByNameAndGetsItsSettings() {
        TestJar.provider(
                        "shop.Team",
                        "team",
                        "public ChannelPolicy create(Map<String, String> s) { return (k, c, a) -> deny(s.get(\"why\")); }")
                .write(folder.resolve("team.jar"));
        TestJar.provider("shop.Other", "other-1.0_x", "").write(folder.resolve("other.jar"));

        assertEquals("closed", reason("team", Map.of("why", "closed")));
        assertEquals("denied", reason("other-1.0_x", Map.of()));
    }

    @Test
    void oneJarMayBringSeveralPolicies() {
        TestJar jar = TestJar.provider("shop.Team", "team", "");
        jar.source("shop.Second", "public class Second extends Team { public String name() { return \"second\"; } }");
        jar.service("shop.Second").write(folder.resolve("team.jar"));

        assertEquals("denied", reason("team", Map.of()));
        assertEquals("denied", reason("second", Map.of()));
    }

    @Test
    void aPluginsOwnClassesComeFirst() {
        TestJar.provider(
                        "shop.Team",
                        "team",
                        "public ChannelPolicy create(Map<String, String> s) {"
                                + " return (k, c, a) -> deny(org.slf4j.LoggerFactory.whose()); }")
                .source(
                        "org.slf4j.LoggerFactory",
                        "public class LoggerFactory { public static String whose() { return \"plugin\"; } }")
                .write(folder.resolve("team.jar"));

        assertEquals("plugin", reason("team", Map.of()));
    }

    @Test
    void ofTheGatewayAPluginSeesTheApiAlone() {
        TestJar.provider("shop.Team", "team", """
                static String see(String name) {
                    try {
                        return Class.forName(name).getSimpleName() + " ";
                    } catch (ClassNotFoundException hidden) {
                        return "- ";
                    }
                }
                public ChannelPolicy create(Map<String, String> s) {
                    return (k, c, a) -> deny(see("io.spindle.gateway.api.worker.ChannelHandler")
                            + see("org.jspecify.annotations.Nullable") + see("javax.net.ssl.SSLContext")
                            + see("java.sql.Driver") + see("io.spindle.gateway.policy.DefaultChannelPolicy")
                            + see("org.slf4j.Logger") + see("com.nimbusds.jose.JWSHeader")
                            + see("com.fasterxml.jackson.core.JsonFactory"));
                }
                """).write(folder.resolve("team.jar"));

        assertEquals("ChannelHandler Nullable SSLContext Driver - - - - ", reason("team", Map.of()));
    }

    @Test
    void twoPluginsDoNotSeeEachOther() {
        String body = "static int made; public ChannelPolicy create(Map<String, String> s) {"
                + " made++; return (k, c, a) -> deny(\"made_\" + made); }";
        TestJar.provider("shop.Team", "first", body).write(folder.resolve("a.jar"));
        TestJar.provider("shop.Team", "second", body).write(folder.resolve("b.jar"));

        try (PolicyPlugins plugins = PolicyPlugins.load(folder)) {
            plugins.create("first", Map.of());

            assertEquals("made_1", reason(plugins.create("second", Map.of())));
        }
    }

    @Test
    void librariesInAPluginFindItsLoaderInTheThread() {
        TestJar.provider("shop.Team", "team", """
                static String loader() {
                    return "" + (Thread.currentThread().getContextClassLoader() == Team.class.getClassLoader());
                }
                public ChannelPolicy create(Map<String, String> s) {
                    String atCreation = loader();
                    return (k, c, a) -> deny(atCreation + loader());
                }
                """).write(folder.resolve("team.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertEquals("truetrue", reason("team", Map.of()));
        assertEquals(before, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void whatIsNoJarIsLeftAloneAndAnEmptyFolderIsFine() throws Exception {
        Files.writeString(folder.resolve("README.txt"), "plugins go here");

        PolicyPlugins.load(folder).close();
    }

    @Test
    void aJarWithoutPolicyIsLeftAlone() {
        TestJar.provider("shop.Team", "team", "").write(folder.resolve("team.jar"));
        new TestJar().source("shop.Library", "public class Library {}").write(folder.resolve("library.jar"));

        assertEquals("denied", reason("team", Map.of()));
    }

    @Test
    void closingClosesThePolicyAndThenItsJar() {
        TestJar.provider("shop.Team", "team", """
                static class Closing implements ChannelPolicy, AutoCloseable {
                    public CompletionStage<Decision> decide(ConnectedClient k, String c, ChannelAction a) {
                        return deny("open");
                    }
                    public void close() { System.setProperty("shop.Team", Late.closed()); }
                }
                static class Late { static String closed() { return "closed"; } }
                static class TooLate {}
                public ChannelPolicy create(Map<String, String> s) {
                    System.setProperty("shop.Team", "open");
                    return new Closing();
                }
                """).write(folder.resolve("team.jar"));
        PolicyPlugins plugins = PolicyPlugins.load(folder);
        PluginPolicy policy = (PluginPolicy) plugins.create("team", Map.of());
        assertEquals("open", System.getProperty("shop.Team"));

        plugins.close();

        assertEquals("closed", System.clearProperty("shop.Team"));
        assertThrows(ClassNotFoundException.class, () -> policy.loader().loadClass("shop.Team$TooLate"));
    }

    @Test
    void aPolicyThatCantBeClosedDoesNotKeepTheOthersOpen() {
        String body = """
                interface Closing extends ChannelPolicy, AutoCloseable {}
                static class TooLate {}
                public ChannelPolicy create(Map<String, String> s) {
                    return (ChannelPolicy & AutoCloseable) java.lang.reflect.Proxy.newProxyInstance(
                            Team.class.getClassLoader(), new Class<?>[] {Closing.class},
                            (proxy, method, arguments) -> { throw new IllegalStateException("no"); });
                }
                """;
        TestJar.provider("shop.Team", "first", body).write(folder.resolve("a.jar"));
        TestJar.provider("shop.Team", "second", body).write(folder.resolve("b.jar"));
        PolicyPlugins plugins = PolicyPlugins.load(folder);
        PluginPolicy first = (PluginPolicy) plugins.create("first", Map.of());
        PluginPolicy second = (PluginPolicy) plugins.create("second", Map.of());

        plugins.close();

        assertThrows(ClassNotFoundException.class, () -> first.loader().loadClass("shop.Team$TooLate"));
        assertThrows(ClassNotFoundException.class, () -> second.loader().loadClass("shop.Team$TooLate"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        TestJar.provider("shop.Team", "team", "").write(folder.resolve("team.jar"));
        TestJar.provider("shop.Other", "other", "").write(folder.resolve("other.jar"));
        try (PolicyPlugins plugins = PolicyPlugins.load(folder)) {
            String message = assertThrows(PolicyPluginException.class, () -> plugins.create("teem", Map.of()))
                    .getMessage();

            assertTrue(message.contains("\"teem\""), message);
            assertTrue(message.contains("default, other, team"), message);
        }
    }
}
