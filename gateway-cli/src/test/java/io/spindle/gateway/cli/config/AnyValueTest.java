package io.spindle.gateway.cli.config;

import static io.spindle.gateway.cli.config.Read.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.GoDuration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for any value, shown for many; each repetition has a seed of its own. */
class AnyValueTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_.";

    @RepeatedTest(50)
    void aDurationIsReadBackAsItWasPrinted(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Duration seconds = Duration.ofSeconds(random.nextInt(1_000_000_000));
        Duration millis = Duration.ofMillis(random.nextInt(1_000));

        assertEquals(Optional.of(seconds), GoDuration.parse(GoDuration.format(seconds)));
        assertEquals(Optional.of(millis), GoDuration.parse(GoDuration.format(millis)));
        assertEquals(Optional.of(seconds.negated()), GoDuration.parse(GoDuration.format(seconds.negated())));
    }

    @RepeatedTest(20)
    void aDurationIsTheSameAsTextAndAsANumberOfNanoseconds(RepetitionInfo repetition) {
        Duration delay =
                Duration.ofNanos(1 + new Random(repetition.getCurrentRepetition()).nextLong(86_400_000_000_000L));

        for (String written : List.of("\"" + delay.toNanos() + "ns\"", "" + delay.toNanos())) {
            assertEquals(
                    delay,
                    Read.json("{\"client\":{\"expired_close_delay\":" + written + "}}")
                            .get(ROOT.client.expiredCloseDelay),
                    written);
        }
    }

    @RepeatedTest(20)
    void aListIsTheSameInTheFileAndInAVariable(RepetitionInfo repetition) {
        List<String> origins = names(new Random(repetition.getCurrentRepetition())).stream()
                .map(name -> "https://" + name.toLowerCase(Locale.ROOT))
                .toList();
        String inFile = origins.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",", "[", "]"));

        assertEquals(
                origins,
                Read.json("{\"client\":{\"allowed_origins\":" + inFile + "}}").get(AccessSettings.ALLOWED_ORIGINS));
        assertEquals(
                origins,
                Read.json("{}", Map.of("CENTRIFUGO_CLIENT_ALLOWED_ORIGINS", String.join("  ", origins)))
                        .get(AccessSettings.ALLOWED_ORIGINS));
    }

    @RepeatedTest(20)
    void everyNamespaceOfAVariableHasVariablesOfItsOwn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = names(random);
        Map<String, String> environment = new HashMap<>();
        environment.put("SPINDLE_CHANNEL_NAMESPACES", String.join(" ", names));
        names.forEach(name -> environment.put(
                "CENTRIFUGO_CHANNEL_NAMESPACES_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")
                        + "_PUBLISH_PROXY_NAME",
                "of-" + name));

        Read read = Read.json("{}", environment);

        assertEquals(List.of(), read.faults());
        names.forEach(name ->
                assertEquals("of-" + name, read.namespace(name).get(ChannelOptions.ENTRY.options.publishProxyName)));
    }

    /** Names, no two of which have the same variables. */
    private static List<String> names(Random random) {
        TreeSet<String> variables = new TreeSet<>();
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> IntStream.range(0, 2 + random.nextInt(12))
                        .mapToObj(j -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
                        .collect(Collectors.joining()))
                .filter(name -> variables.add(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")))
                .toList();
    }
}
