package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BrokenPluginTest {
    @TempDir
    Path folder;

    private static void assertFails(Executable start, String... words) {
        String message = assertThrows(PolicyPluginException.class, start).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
        assertFalse(message.contains("\n"), message);
    }

    private void assertLoadFails(String... words) {
        assertFails(() -> PolicyPlugins.load(folder).close(), words);
    }

    private void assertCreateFails(String... words) {
        assertFails(
                () -> {
                    try (PolicyPlugins plugins = PolicyPlugins.load(folder)) {
                        plugins.create("team", Map.of());
                    }
                },
                words);
    }

    private TestJar team(String body) {
        return TestJar.provider("shop.Team", "team", body);
    }

    private void write(TestJar jar) {
        jar.write(folder.resolve("team.jar"));
    }

    @Test
    void twoOfOneName() {
        team("").write(folder.resolve("a.jar"));
        team("").write(folder.resolve("b.jar"));

        assertLoadFails("b.jar", "a.jar", "\"team\"");
    }

    @Test
    void twoOfOneNameInOneJar() {
        write(team("").source("shop.Second", "public class Second extends Team {}")
                .service("shop.Second"));

        assertLoadFails("team.jar", "\"team\"");
    }

    @Test
    void theNameOfTheBuiltInOne() {
        write(TestJar.provider("shop.Team", "default", ""));

        assertLoadFails("team.jar", "\"default\"", "built in");
    }

    @Test
    void aNameThatIsNone() {
        write(TestJar.provider("shop.Team", "my team", ""));

        assertLoadFails("team.jar", "\"my team\"", "A-Z");
    }

    @Test
    void noNameAtAll() {
        write(team("").source(
                        "shop.Second", "public class Second extends Team { public String name() { return null; } }")
                .service("shop.Second"));

        assertLoadFails("team.jar", "null");
    }

    @Test
    void forALaterApi() {
        write(team("public int apiVersion() { return 2; }"));

        assertLoadFails("team.jar", "version 2", "up to 1");
    }

    @Test
    void usingAClassOfALaterApi() {
        String later = "io.spindle.gateway.api.channel.Later";
        write(team("private final " + later + " later = new " + later + "();")
                .source(later, "public class Later {}")
                .leavingOut(later));

        assertLoadFails("team.jar", "API", "version 1", "Later");
    }

    @Test
    void bringingAClassOfALaterApiAlong() {
        String later = "io.spindle.gateway.api.channel.Later";
        write(team("private final " + later + " later = new " + later + "();").source(later, "public class Later {}"));

        assertLoadFails("team.jar", "API", "Later");
    }

    @Test
    void lackingALibrary() {
        write(team("public ChannelPolicy create(Map<String, String> s) { return new lib.Base(); }")
                .source("lib.Base", """
                        public class Base implements io.spindle.gateway.api.channel.ChannelPolicy {
                            public java.util.concurrent.CompletionStage<io.spindle.gateway.api.channel.Decision> decide(
                                    io.spindle.gateway.api.client.ConnectedClient k,
                                    String c,
                                    io.spindle.gateway.api.channel.ChannelAction a) {
                                return null;
                            }
                        }
                        """)
                .leavingOut("lib.Base"));

        assertCreateFails("team.jar", "library", "lib/Base");
    }

    @Test
    void compiledForALaterJava() {
        write(team("").withMajorVersion(250));

        assertLoadFails("team.jar", "later Java");
    }

    @Test
    void aConstructorThatThrows() {
        write(team("public Team() { throw new IllegalStateException(\"no\\ndirectory\"); }"));

        assertLoadFails("team.jar", "IllegalStateException", "no directory");
    }

    @Test
    void anInitializerThatThrows() {
        write(team("static { if (true) throw new IllegalStateException(\"no directory\"); }"));

        assertLoadFails("team.jar", "IllegalStateException", "no directory");
    }

    @Test
    void aConstructorThatThrowsAnError() {
        write(team("public Team() { throw new StackOverflowError(); }"));

        assertLoadFails("team.jar", "StackOverflowError");
    }

    @Test
    void aProviderWithoutPublicConstructor() {
        write(team("private Team() {}"));

        assertLoadFails("team.jar", "shop.Team");
    }

    @Test
    void aProviderThatIsNotThere() {
        write(new TestJar().service("shop.Gone"));

        assertLoadFails("team.jar", "shop.Gone");
    }

    @Test
    void aProviderThatIsNone() {
        write(new TestJar().source("shop.Some", "public class Some {}").service("shop.Some"));

        assertLoadFails("team.jar", "shop.Some");
    }

    @Test
    void aSettingThatIsWrong() {
        write(team("public ChannelPolicy create(Map<String, String> s) {"
                + " throw new IllegalArgumentException(\"url: not set (expected: a URL)\"); }"));

        assertCreateFails("team.jar", "policy team: url: not set (expected: a URL)");
    }

    @Test
    void aPolicyThatCantBeMade() {
        write(team("public ChannelPolicy create(Map<String, String> s) { throw new AssertionError(\"oh\"); }"));

        assertCreateFails("team.jar", "AssertionError", "oh");
    }

    @Test
    void noPolicyMade() {
        write(team("public ChannelPolicy create(Map<String, String> s) { return null; }"));

        assertCreateFails("team.jar", "null");
    }

    @Test
    void aFileThatIsNoJar() throws Exception {
        Files.writeString(folder.resolve("team.jar"), "not a jar");

        assertLoadFails("team.jar", "not a readable jar");
    }

    @Test
    void anEmptyFile() throws Exception {
        Files.createFile(folder.resolve("team.jar"));

        assertLoadFails("team.jar", "not a readable jar");
    }

    @Test
    void aFolderOfThatName() throws Exception {
        Files.createDirectory(folder.resolve("team.jar"));

        assertLoadFails("team.jar", "not a readable jar");
    }

    @Test
    void aJarCutShort() throws Exception {
        Path jar = team("").write(folder.resolve("team.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));

        assertLoadFails("team.jar", "not a readable jar");
    }

    @Test
    void aJarWithDamagedClasses() throws Exception {
        Path jar = team("").write(folder.resolve("team.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        Arrays.fill(bytes, 60, bytes.length / 2, (byte) 0x55);
        Files.write(jar, bytes);

        assertLoadFails("team.jar");
    }

    @Test
    void aBrokenJarAmongGoodOnesStopsTheStart() throws Exception {
        team("").write(folder.resolve("a.jar"));
        Files.writeString(folder.resolve("broken.jar"), "not a jar");

        assertLoadFails("broken.jar");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertFails(() -> PolicyPlugins.load(folder.resolve("gone")).close(), "plugins folder", "gone");
    }
}
