package io.spindle.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The secret that signs and checks HMAC tokens. */
final class HmacSecret {
    /**
     * What HS512 asks for, and the block of SHA-256. HMAC itself appends zero bytes to a key below the block size, so a
     * shorter one padded to this is the same key, for each of the three hashes.
     */
    private static final int PADDED_BYTES = 64;

    private static final int ADVISED_BYTES = 32;

    private final byte[] bytes;

    private HmacSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The secret as text.
     *
     * @param setting the setting that it comes from, for the message
     * @throws IllegalArgumentException if it is empty or blank: anyone would know the key
     */
    static HmacSecret of(String setting, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    setting + ": empty or blank (expected: the secret that the application signs its tokens with, best"
                            + " random and of 32 bytes or more)");
        }
        return new HmacSecret(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The key for Nimbus, which refuses keys shorter than the hash. */
    byte[] key() {
        return Arrays.copyOf(bytes, Math.max(bytes.length, PADDED_BYTES));
    }

    /** Whether it is short enough to be guessed from a token. */
    boolean isShort() {
        return bytes.length < ADVISED_BYTES;
    }
}
