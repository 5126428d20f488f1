package io.spindle.gateway.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script, called by its hash; a server that does not know it is sent the text. Immutable.
 */
public final class RedisScript {
    private final String text;
    private final String sha1;
    private final byte[] sha1Bytes;

    private RedisScript(String text, String sha1) {
        this.text = text;
        this.sha1 = sha1;
        this.sha1Bytes = sha1.getBytes(StandardCharsets.US_ASCII);
    }

    public static RedisScript of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new RedisScript(text, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The script in a resource beside a class. */
    public static RedisScript resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name + " beside " + owner.getName());
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + name, e);
        }
    }

    String text() {
        return text;
    }

    /** The hash in hexadecimal digits. */
    public String sha1() {
        return sha1;
    }

    /** The same, encoded once for all calls. */
    byte[] sha1Bytes() {
        return sha1Bytes;
    }
}
