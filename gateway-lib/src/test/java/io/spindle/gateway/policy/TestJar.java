package io.spindle.gateway.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin jar, compiled from sources within the test. */
final class TestJar {
    private static final String SERVICE = "META-INF/services/io.spindle.gateway.api.channel.ChannelPolicyProvider";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> providers = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int majorVersion;

    /** A provider of a policy; the body may use the types of the API by their simple names. */
    static TestJar provider(String className, String name, String body) {
        return new TestJar()
                .source(className, """
                        import io.spindle.gateway.api.*;
                        import io.spindle.gateway.api.channel.*;
                        import io.spindle.gateway.api.client.*;
                        import java.util.*;
                        import java.util.concurrent.*;
                        public class CLASS implements ChannelPolicyProvider {
                            static CompletionStage<Decision> deny(String reason) {
                                return CompletableFuture.completedFuture(
                                        Decision.deny(ErrorCode.PERMISSION_DENIED, reason, ""));
                            }
                            public String name() { return "NAME"; }
                            BODY
                        }
                        """.replace("CLASS", simpleName(className))
                        .replace("NAME", name)
                        .replace("BODY", withDefaults(body)))
                .service(className);
    }

    private static String withDefaults(String body) {
        String all = body;
        if (!all.contains("int apiVersion()")) {
            all += "\npublic int apiVersion() { return API_VERSION; }";
        }
        if (!all.contains("ChannelPolicy create(")) {
            all +=
                    "\npublic ChannelPolicy create(Map<String, String> s) { return (client, c, a) -> deny(\"denied\"); }";
        }
        return all;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** A class of the jar; its package is added. */
    TestJar source(String className, String source) {
        int dot = className.lastIndexOf('.');
        sources.put(className, "package " + className.substring(0, dot) + ";\n" + source);
        return this;
    }

    /** A line in the list of providers. */
    TestJar service(String className) {
        providers.add(className);
        return this;
    }

    /** Compiled with the others, but not in the jar. */
    TestJar leavingOut(String className) {
        leftOut.add(className);
        return this;
    }

    /** Classes as a later Java would compile them. */
    TestJar withMajorVersion(int version) {
        majorVersion = version;
        return this;
    }

    Path write(Path jar) {
        try {
            Path classes = Files.createTempDirectory(jar.getParent(), "classes");
            compile(classes);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    put(out, classes.relativize(file).toString(), Files.readAllBytes(file));
                }
                if (!providers.isEmpty()) {
                    put(out, SERVICE, String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        if (leftOut.contains(name.replace(".class", "").replace('/', '.'))) {
            return;
        }
        if (majorVersion != 0 && name.endsWith(".class")) {
            bytes[6] = (byte) (majorVersion >> 8);
            bytes[7] = (byte) majorVersion;
        }
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private void compile(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(new Source(name, source)));
        List<String> options = List.of("-d", classes.toString(), "--release", "17", "-proc:none");
        assertTrue(units.isEmpty()
                || compiler.getTask(null, null, null, options, null, units).call());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
