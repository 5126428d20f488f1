package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnknownVariablesTest {
    @Test
    void aMisspeltNameIsReportedWithTheNearest() {
        assertEquals(
                List.of(
                        "CENTRIFUGO_CLIENT_ALLOWED_ORIGIN: no such setting, ignored"
                                + " (nearest: CENTRIFUGO_CLIENT_ALLOWED_ORIGINS)",
                        "SPINDLE_LOGLEVEL: no such setting, ignored (nearest: SPINDLE_LOG_LEVEL)"),
                warnings(Map.of("SPINDLE_LOGLEVEL", "debug", "CENTRIFUGO_CLIENT_ALLOWED_ORIGIN", "*")));
    }

    @Test
    void aNameThatResemblesNoneIsReportedAlone() {
        assertEquals(List.of("CENTRIFUGO_KAFKA: no such setting, ignored"), warnings(Map.of("CENTRIFUGO_KAFKA", "x")));
    }

    @Test
    void knownNamesTheirFilesAndOtherPrefixesAreNotReported() {
        assertEquals(
                List.of(),
                warnings(Map.of(
                        "CENTRIFUGO_HTTP_API_KEY", "k",
                        "CENTRIFUGO_HTTP_API_KEY_FILE", "f",
                        "SPINDLE_HTTP_API_KEY", "k",
                        "SPINDLE_LOG_LEVEL", "info",
                        "HOME", "/root",
                        "REDIS_ULR", "x")));
    }

    @Test
    void whatKubernetesInjectsForAServiceIsNotReported() {
        assertEquals(
                List.of(),
                warnings(named(
                        Stream.of("SPINDLE", "CENTRIFUGO_HTTP"),
                        Map.of(
                                "_SERVICE_HOST", "10.0.0.1",
                                "_SERVICE_PORT", "8000",
                                "_SERVICE_PORT_HTTP", "8000",
                                "_PORT", "tcp://10.0.0.1:8000",
                                "_PORT_8000_TCP", "tcp://10.0.0.1:8000",
                                "_PORT_8000_TCP_PROTO", "tcp",
                                "_PORT_8000_TCP_PORT", "8000",
                                "_PORT_8000_TCP_ADDR", "10.0.0.1"))));
    }

    @Test
    void aPortThatKubernetesInjectsForAServiceOfThatNameIsNoValue() {
        Reading reading = Reading.of(Map.of("METRICS_PORT", "tcp://10.0.0.1:9090"));

        assertEquals(List.of(), reading.faults());
        assertEquals(2112, reading.values().get(ListenerSettings.METRICS_PORT));
    }

    @Test
    void settingsOfTheChosenPolicyAreNotReportedButOthersAre() {
        Map<String, String> environment = Map.of("SPINDLE_POLICY_MY_TEAM_URL", "x", "SPINDLE_POLICY_OTHER_URL", "x");

        assertEquals(
                List.of("SPINDLE_POLICY_OTHER_URL: no such setting, ignored"),
                new Environment(environment).warnings(AllSettings.TABLE, "my-team"));
    }

    private static List<String> warnings(Map<String, String> environment) {
        return new Environment(environment).warnings(AllSettings.TABLE, "default");
    }

    private static Map<String, String> named(Stream<String> services, Map<String, String> byEnding) {
        return services.flatMap(service ->
                        byEnding.entrySet().stream().map(each -> Map.entry(service + each.getKey(), each.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
