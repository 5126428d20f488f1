package io.spindle.gateway.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "1m30s, PT1M30S",
        "1.5h, PT1H30M",
        ".5s, PT0.5S",
        "1.s, PT1S",
        "720h, PT720H",
        "25ns, PT0.000000025S",
        "10us, PT0.00001S",
        "10µs, PT0.00001S",
        "-1s, PT-1S",
        "+2s, PT2S",
        "0, PT0S",
        "0s, PT0S"
    })
    void whatGoReadsIsRead(String text, Duration duration) {
        assertEquals(Optional.of(duration), GoDuration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "25",
                "s",
                "-",
                "+",
                ".",
                ".s",
                "1",
                "1d",
                "1w",
                "30 s",
                " 30s",
                "30s ",
                "30S",
                "1e3s",
                "1,5s",
                "1s-2s",
                "--1s",
                "PT30S",
                "9999999999h",
                "1m30",
                "٣s",
                "NaNs",
                "1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s"
            })
    void whatGoRefusesIsRefused(String text) {
        assertEquals(Optional.empty(), GoDuration.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "PT168H, 168h0m0s",
        "PT1M, 1m0s",
        "PT0S, 0s",
        "PT30S, 30s",
        "PT0.5S, 500ms",
        "PT-1S, -1s",
        "PT61M, 1h1m0s"
    })
    void isPrintedAsGoPrintsIt(Duration duration, String text) {
        assertEquals(text, GoDuration.format(duration));
    }
}
