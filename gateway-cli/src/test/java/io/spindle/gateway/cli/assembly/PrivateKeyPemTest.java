package io.spindle.gateway.cli.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {
    /** Bytes before the older form of an RSA key of 2048 bits within PKCS #8. */
    private static final int RSA_HEADER = 26;

    @ParameterizedTest
    @CsvSource({"RSA", "EC", "Ed25519"})
    void aKeyInItsPresentFormIsRead(String algorithm) throws Exception {
        PrivateKey key =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

        assertArrayEquals(
                key.getEncoded(),
                PrivateKeyPem.read("Bag Attributes\n" + pem("PRIVATE KEY", key.getEncoded()))
                        .orElseThrow()
                        .getEncoded());
    }

    @Test
    void anRsaKeyInItsOlderFormIsRead() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        byte[] older = Arrays.copyOfRange(key.getEncoded(), RSA_HEADER, key.getEncoded().length);

        RSAPrivateKey read = (RSAPrivateKey)
                PrivateKeyPem.read(pem("RSA PRIVATE KEY", older)).orElseThrow();

        assertEquals(((RSAPrivateKey) key).getPrivateExponent(), read.getPrivateExponent());
    }

    @Test
    void anEcKeyInItsOlderFormIsReadBehindItsParameters() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
        ByteArrayOutputStream older = new ByteArrayOutputStream();
        older.writeBytes(HexFormat.of().parseHex("30310201010420"));
        byte[] number = key.getS().toByteArray();
        older.writeBytes(new byte[Math.max(0, 32 - number.length)]);
        older.writeBytes(Arrays.copyOfRange(number, Math.max(0, number.length - 32), number.length));
        older.writeBytes(HexFormat.of().parseHex("a00a06082a8648ce3d030107"));
        String parameters = pem("EC PARAMETERS", HexFormat.of().parseHex("06082a8648ce3d030107"));

        ECPrivateKey read = (ECPrivateKey) PrivateKeyPem.read(parameters + pem("EC PRIVATE KEY", older.toByteArray()))
                .orElseThrow();

        assertEquals(key.getS(), read.getS());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
    void whatIsNoKeyIsNone(String text) {
        assertEquals(Optional.empty(), PrivateKeyPem.read(text));
        assertEquals(Optional.empty(), PrivateKeyPem.read(text.replace("PRIVATE", "EC PRIVATE")));
        assertEquals(Optional.empty(), PrivateKeyPem.read(text.replace("PRIVATE", "RSA PRIVATE")));
        assertEquals(Optional.empty(), PrivateKeyPem.read(text.replace("PRIVATE", "ENCRYPTED PRIVATE")));
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
