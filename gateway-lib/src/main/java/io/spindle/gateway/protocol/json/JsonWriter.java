package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes one message, an object, field by field. A field is left out at its zero value, unless the method says
 * {@code always}. Confined to the call that encodes the message.
 */
public final class JsonWriter {
    // Most messages are an envelope of some 200 bytes and data; a small one is cut to size at the end.
    private static final int ENVELOPE = 256;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

    private final Utf8Buffer out;

    /** @param dataBytes how much application data will be written, to save growing */
    public JsonWriter(int dataBytes) {
        out = new Utf8Buffer(ENVELOPE + dataBytes);
        out.put('{');
    }

    /** A field's name as it is written, made once. */
    public static byte[] name(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    public void number(byte[] name, int unsigned) {
        if (unsigned != 0) {
            alwaysNumber(name, unsigned);
        }
    }

    public void alwaysNumber(byte[] name, int unsigned) {
        alwaysLong(name, Integer.toUnsignedLong(unsigned));
    }

    /** A number of 64 bits. */
    public void longNumber(byte[] name, long unsigned) {
        if (unsigned != 0) {
            alwaysLong(name, unsigned);
        }
    }

    public void alwaysLong(byte[] name, long unsigned) {
        next(name);
        out.putUnsigned(unsigned);
    }

    public void bool(byte[] name, boolean value) {
        if (value) {
            next(name);
            out.put(TRUE);
        }
    }

    public void string(byte[] name, String value) {
        if (!value.isEmpty()) {
            alwaysString(name, value);
        }
    }

    public void alwaysString(byte[] name, String value) {
        next(name);
        out.putString(value);
    }

    public void data(byte[] name, Optional<Payload> value) {
        if (value.isPresent()) {
            data(name, value.get());
        }
    }

    /** @throws IllegalArgumentException if the data is binary */
    public void data(byte[] name, Payload value) {
        if (!value.isJson()) {
            throw new IllegalArgumentException("data: binary (expected: JSON, all that a JSON client can be sent)");
        }
        if (!value.isEmpty()) {
            next(name);
            out.putJson(value);
        }
    }

    /** Begins a message that is a field of the current one; it stands there also if it stays empty. */
    public void begin(byte[] name) {
        next(name);
        out.put('{');
    }

    /** Begins a message that is a value of the current map. */
    public void beginEntry(String key) {
        key(key);
        out.put('{');
    }

    /** A string that is a value of the current map. */
    public void entry(String key, String value) {
        key(key);
        out.putString(value);
    }

    /** Begins a list of messages; it stands there also if it stays empty. */
    public void beginList(byte[] name) {
        next(name);
        out.put('[');
    }

    /** Begins a message that is an element of the current list. */
    public void beginElement() {
        comma();
        out.put('{');
    }

    public void endList() {
        out.put(']');
    }

    public void end() {
        out.put('}');
    }

    /** Ends the message. */
    public byte[] toByteArray() {
        end();
        return out.toByteArray();
    }

    private void next(byte[] name) {
        comma();
        out.put(name);
    }

    private void key(String key) {
        comma();
        out.putString(key);
        out.put(':');
    }

    private void comma() {
        byte last = out.last();
        if (last != '{' && last != '[') {
            out.put(',');
        }
    }
}
