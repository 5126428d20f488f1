package io.spindle.gateway.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.conformance.Proves;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "007",
                "1.0",
                "-1.5",
                "0.0000000000000000001",
                "123456789012345678901234567890.1234567890123456789"
            })
    void numbers(String text) {
        assertTrue(Decimals.isNumber(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1E3",
                "0x1",
                " 1",
                "1 ",
                "1,5",
                "1_000",
                "--1",
                "+-1",
                "1.2.3",
                "1-",
                "NaN",
                "Infinity",
                "١",
                "0.00000000000000000001"
            })
    void everythingElseIsNone(String text) {
        assertFalse(Decimals.isNumber(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.5, 10, 1",
        "9.5, 10.5, -1",
        "1.0, 1, 0",
        "-0, 0, 0",
        "+5, 5.000, 0",
        "007, 7, 0",
        "-10, -9, -1",
        "-1, 1, -1",
        "0, -0.0000000000000000001, 1",
        "0.1, 0.10000000000000000001, -1",
        "99999999999999999999999999999999999999, 100000000000000000000000000000000000000, -1"
    })
    @Proves("F5")
    void comparedExactly(String a, String b, int expected) {
        assertEquals(expected, Integer.signum(Decimals.compare(a, b)));
        assertEquals(-expected, Integer.signum(Decimals.compare(b, a)));
    }

    @Test
    void comparedAsByTheJdk() {
        Random random = new Random(11);
        for (int round = 0; round < 100_000; round++) {
            String a = number(random);
            String b = random.nextInt(4) == 0 ? a + (a.contains(".") ? "0" : ".0") : number(random);

            assertEquals(
                    new BigDecimal(a).compareTo(new BigDecimal(b)),
                    Integer.signum(Decimals.compare(a, b)),
                    () -> a + " and " + b);
        }
    }

    private static String number(Random random) {
        StringBuilder number = new StringBuilder(new String[] {"", "", "-", "+"}[random.nextInt(4)]);
        digits(number, 1 + random.nextInt(3), random);
        if (random.nextBoolean()) {
            digits(number.append('.'), 1 + random.nextInt(3), random);
        }
        return number.toString();
    }

    /** Few different ones, so that numbers are often nearly equal. */
    private static void digits(StringBuilder number, int count, Random random) {
        for (int i = 0; i < count; i++) {
            number.append("0019".charAt(random.nextInt(4)));
        }
    }
}
