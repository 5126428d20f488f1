package io.spindle.gateway.filter;

/**
 * Decimal numbers as texts, of any length, compared exactly and without making numbers of them: an optional sign, digits,
 * and a fraction of at most 19 digits; no exponent, no blanks.
 */
final class Decimals {
    private static final int MAX_FRACTION = 19;

    private Decimals() {}

    static boolean isNumber(String text) {
        int start = start(text);
        int point = endOfDigits(text, start);
        if (point == start) {
            return false;
        }
        if (point == text.length()) {
            return true;
        }
        int fraction = text.length() - point - 1;
        return text.charAt(point) == '.'
                && fraction > 0
                && fraction <= MAX_FRACTION
                && endOfDigits(text, point + 1) == text.length();
    }

    /** As {@link Integer#compare}, for two numbers. */
    static int compare(String a, String b) {
        int sign = signum(a);
        int bySign = Integer.compare(sign, signum(b));
        return bySign != 0 || sign == 0 ? bySign : sign * compareMagnitudes(a, b);
    }

    private static int signum(String number) {
        for (int i = start(number); i < number.length(); i++) {
            char c = number.charAt(i);
            if (c != '0' && c != '.') {
                return number.charAt(0) == '-' ? -1 : 1;
            }
        }
        return 0;
    }

    private static int compareMagnitudes(String a, String b) {
        int atA = endOfZeros(a, start(a));
        int atB = endOfZeros(b, start(b));
        int pointA = endOfDigits(a, atA);
        int pointB = endOfDigits(b, atB);
        if (pointA - atA != pointB - atB) {
            return Integer.compare(pointA - atA, pointB - atB);
        }
        // The points stand under each other now, so digit by digit; behind the end there are zeros.
        int digits = Math.max(a.length() - atA, b.length() - atB);
        for (int i = 0; i < digits; i++) {
            int difference = digitOrPoint(a, atA + i) - digitOrPoint(b, atB + i);
            if (difference != 0 && i != pointA - atA) {
                return difference;
            }
        }
        return 0;
    }

    private static int start(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    private static int endOfZeros(String number, int from) {
        int at = from;
        while (at < number.length() && number.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static char digitOrPoint(String number, int at) {
        return at < number.length() ? number.charAt(at) : '0';
    }
}
