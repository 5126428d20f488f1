package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java samples of the README and the documentation compile against this very source, without a warning. */
class DocumentationSamplesTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern PUBLIC_CLASS = Pattern.compile("(?m)^public (?:final )?class (\\w+)");
    private static final int README_SAMPLE_LINES = 15;

    /** What a sample that is no whole class may name without explaining it. */
    private static final String AROUND_A_FRAGMENT = """
            import com.codahale.metrics.MetricRegistry;
            import io.spindle.gateway.Gateway;
            import io.spindle.gateway.api.*;
            import io.spindle.gateway.api.auth.*;
            import io.spindle.gateway.api.client.*;
            import io.spindle.gateway.api.event.*;
            import io.spindle.gateway.api.rpc.*;
            import io.spindle.gateway.api.worker.*;
            import io.spindle.gateway.auth.*;
            import io.spindle.gateway.api.channel.PublishTerms;
            import io.spindle.gateway.broker.*;
            import io.spindle.gateway.broker.memory.MemoryCluster;
            import io.spindle.gateway.http.Endpoint;
            import io.spindle.gateway.http.stream.ConnectRefusals;
            import io.spindle.gateway.policy.namespace.*;
            import io.spindle.gateway.proxy.*;
            import java.io.File;
            import java.security.KeyStore;
            import java.time.Duration;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.concurrent.CompletionStage;
            import javax.net.ssl.KeyManagerFactory;
            import javax.net.ssl.SSLContext;
            import org.eclipse.jetty.server.Handler;
            import org.eclipse.jetty.server.Server;
            import org.slf4j.Logger;
            abstract class Fragment {
                String secret;
                char[] password;
                Gateway gateway;
                Server server;
                Handler pages;
                MetricRegistry registry;
                Logger log;
                Directory directory;
                Archive archive;
                Payload price;
                abstract void show(List<?> publications);
                interface Directory {
                    CompletionStage<Optional<String>> userOf(String token);
                    CompletionStage<String> profileOf(String user);
                }
                interface Archive {
                    void store(String id, String channel, String text);
                    String last(String channel);
                }
                abstract void waitForTheEnd();
                void sample() throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicTest> samplesCompile() throws IOException {
        return samples().stream().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> compile(sample)));
    }

    @Test
    void theSampleOfTheReadmeIsShort() throws IOException {
        Sample sample = samplesOf(TOP.resolve("README.md")).get(0);
        long lines = sample.code()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .count();

        assertTrue(lines <= README_SAMPLE_LINES, lines + " lines");
    }

    private void compile(Sample sample) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options = List.of("-d", classes.toString(), "-Xlint:all,-processing", "-Werror", "-proc:none");

        boolean compiled = compiler.getTask(output, null, null, options, null, List.of(sample.source()))
                .call();

        assertTrue(compiled, output.toString());
    }

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>(samplesOf(TOP.resolve("README.md")));
        try (Stream<Path> pages = Files.list(TOP.resolve("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                samples.addAll(samplesOf(page));
            }
        }
        assertFalse(samples.isEmpty());
        return samples;
    }

    private static List<Sample> samplesOf(Path page) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Matcher block = JAVA_BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            samples.add(new Sample(page.getFileName() + ", sample " + (samples.size() + 1), block.group(1)));
        }
        return samples;
    }

    private record Sample(String name, String code) {
        JavaFileObject source() {
            Matcher whole = PUBLIC_CLASS.matcher(code);
            boolean isWhole = whole.find();
            String text = isWhole ? code : AROUND_A_FRAGMENT.formatted(code);
            URI uri = URI.create("string:///" + (isWhole ? whole.group(1) : "Fragment") + ".java");
            return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }
}
