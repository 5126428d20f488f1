package io.spindle.gateway.cli.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.command.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenTokenTest {
    private static final Map<String, String> SECRET = Map.of("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY", "secret");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void theTokenIsSignedWithTheSecretAndNamesTheUser() throws Exception {
        assertEquals(0, run(SECRET, "-u", "42", "-q"));

        String[] parts = out.toString().split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(signed), parts[2]);
        assertTrue(claims().contains("\"sub\":\"42\""), claims());
    }

    @Test
    void itLivesAWeekIfNothingElseIsSaid() {
        assertEquals(0, run(SECRET, "--user", "42"));

        assertTrue(
                out.toString().startsWith("HMAC SHA-256 JWT for user \"42\" with expiration TTL 168h0m0s:"),
                out.toString());
        assertEquals(604_800, number("exp") - number("iat"));
    }

    @Test
    void itLivesAsLongAsIsSaid() {
        assertEquals(0, run(SECRET, "-u", "42", "-t", "90"));

        assertTrue(out.toString().contains("TTL 1m30s:"), out.toString());
        assertEquals(90, number("exp") - number("iat"));
    }

    @Test
    void aTokenWithoutExpiryOrUserIsCalledSo() {
        assertEquals(0, run(SECRET, "--ttl", "-1"));

        assertTrue(out.toString().startsWith("HMAC SHA-256 JWT for anonymous user without expiration:"));
        assertFalse(claims().contains("exp"), claims());
    }

    @Test
    void aNameIsPartOfTheConnectionInfo() {
        assertEquals(0, run(SECRET, "-u", "42", "-n", "Ada Lovelace", "-q"));

        assertTrue(claims().contains("\"info\":{\"name\":\"Ada Lovelace\"}"), claims());
    }

    @Test
    void quietPrintsTheTokenAlone() {
        run(SECRET, "-u", "42", "-q");

        assertTrue(out.toString().matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"), out.toString());
    }

    @Test
    void theSecretMayBeAFlagOrAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "secret\n");

        assertEquals(0, run(Map.of(), "--token-hmac-secret-key", "secret"));
        assertEquals(0, run(Map.of(), "--token-hmac-secret-key-file", file.toString()));
    }

    @Test
    void withoutASecretItSaysWhereToPutIt() {
        assertEquals(1, run(Map.of(), "-u", "42"));

        assertTrue(err.toString().startsWith("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY: not set (expected: "), err.toString());
    }

    @Test
    void aBlankSecretIsRefused() {
        assertEquals(1, run(Map.of("CENTRIFUGO_TOKEN_HMAC_SECRET_KEY", "  "), "-u", "42"));
        assertEquals(2, run(Map.of(), "-u", "42", "--token-hmac-secret-key", "  "));
    }

    private int run(Map<String, String> environment, String... arguments) {
        Console console = new Console(environment, new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLine(GenTokenCommand.spec(console)).execute(arguments);
    }

    private String claims() {
        String token = out.toString().lines().reduce((first, last) -> last).orElseThrow();
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private long number(String claim) {
        return Long.parseLong(claims().replaceAll(".*\"" + claim + "\":(\\d+).*", "$1"));
    }
}
