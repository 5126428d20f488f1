package io.spindle.gateway.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Integers in bounds; a fraction or an exponent makes a number none. */
final class Integers {
    private static final int SURE_DIGITS = 18; // of a number that certainly fits a long
    private static final int MAX_DIGITS = 20; // of one that may fit 64 bits, with its sign

    private Integers() {}

    /** The parser's current number, from {@code min} to {@code max}. */
    static long signed(JsonParser parser, long min, long max) throws IOException {
        long value = digits(parser) <= SURE_DIGITS ? parser.getLongValue() : parse(parser, false);
        if (value < min || value > max) {
            throw new MalformedException("number out of range");
        }
        return value;
    }

    /** The parser's current number as the bits of an unsigned long. */
    static long unsigned64(JsonParser parser) throws IOException {
        return digits(parser) <= SURE_DIGITS ? signed(parser, 0, Long.MAX_VALUE) : parse(parser, true);
    }

    /** How long the number is. Very long ones must never be converted: that takes time quadratic in their length. */
    private static int digits(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new MalformedException("not an integer");
        }
        int digits = parser.getTextLength();
        if (digits > MAX_DIGITS) {
            throw new MalformedException("number out of range");
        }
        return digits;
    }

    private static long parse(JsonParser parser, boolean unsigned) throws IOException {
        String digits = parser.getText();
        try {
            return unsigned ? Long.parseUnsignedLong(digits) : Long.parseLong(digits);
        } catch (NumberFormatException outOfRange) {
            throw new MalformedException("number out of range");
        }
    }
}
