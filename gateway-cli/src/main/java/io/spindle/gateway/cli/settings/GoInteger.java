package io.spindle.gateway.cli.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as Go writes them: {@code 16}, {@code 0x10}, {@code 0b10000}, {@code 0o20}. */
final class GoInteger {
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(?:0x([0-9a-fA-F]{1,15})|0b([01]{1,62})|0o([0-7]{1,20})|(\\d{1,18}))");
    private static final int[] RADIXES = {16, 2, 8, 10};

    private GoInteger() {}

    /** @return empty if the text is no number, or none of 32 bits */
    static Optional<Integer> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        for (int i = 0; i < RADIXES.length; i++) {
            String digits = form.group(i + 2);
            if (digits != null) {
                long number =
                        Long.parseLong(digits, RADIXES[i]) * (form.group(1).equals("-") ? -1 : 1);
                return Optional.of(number)
                        .filter(each -> each == each.intValue())
                        .map(Long::intValue);
            }
        }
        return Optional.empty();
    }
}
