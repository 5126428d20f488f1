package io.spindle.gateway.cli.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.cli.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for tokens, with the keys of a file. */
class TokenCommandsWithFileTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = file("config.yaml", "client: {token: {hmac_secret_key: secret-of-connections}}\nother: 1\n");
    }

    @Test
    void aTokenOfTheFilesSecretIsValid() {
        Calls made = Calls.of("gentoken", "-c", file, "-u", "42", "-q");
        Calls checked = Calls.of("checktoken", made.out(), "-c", file);

        assertEquals(0, checked.exitCode(), checked.err());
        assertTrue(checked.out().startsWith("valid token for user 42\npayload: {"), checked.out());
        assertTrue(checked.out().contains("\"sub\":\"42\""), checked.out());
    }

    @Test
    void aTokenOfAnotherSecretIsNot() throws IOException {
        String token = Calls.of("gentoken", "-c", file, "-u", "42", "-q").out();
        String other = file("other.json", "{\"client\":{\"token\":{\"hmac_secret_key\":\"another\"}}}");

        Calls checked = Calls.of("checktoken", token, "-c", other);

        assertEquals(1, checked.exitCode());
        assertTrue(checked.err().startsWith("error: token with algorithm HS256 and claims {"), checked.err());
        assertTrue(checked.err().endsWith("} has error: invalid token\n"), checked.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"checktoken", "checksubtoken"})
    void aTextThatIsNoTokenIsCalledThat(String command) {
        Calls checked = Calls.of(command, "garbage", "-c", file);

        assertEquals(1, checked.exitCode());
        assertEquals(
                "error: no JSON Web Token (expected: three parts in base64url, with points between)\n", checked.err());
    }

    @Test
    void aSubscriptionTokenIsForAUserAndAChannel() {
        Calls made = Calls.of("gensubtoken", "-c", file, "-u", "42", "-s", "$news");
        String[] lines = made.out().split("\n");

        assertEquals("HMAC SHA-256 JWT for user \"42\" and channel \"$news\" with expiration TTL 168h0m0s:", lines[0]);
        Calls checked = Calls.of("checksubtoken", lines[1], "-c", file);
        assertEquals(0, checked.exitCode(), checked.err());
        assertTrue(
                checked.out().startsWith("valid subscription token for user \"42\" and channel \"$news\"\npayload: {"),
                checked.out());
    }

    @Test
    void subscriptionTokensMayHaveASecretOfTheirOwn() throws IOException {
        String own = file(
                "own.json",
                "{\"client\":{\"token\":{\"hmac_secret_key\":\"secret-of-connections\"},"
                        + "\"subscription_token\":{\"enabled\":true,\"hmac_secret_key\":\"secret-of-subscriptions\"}}}");
        String token =
                Calls.of("gensubtoken", "-c", own, "-u", "42", "-s", "a", "-q").out();

        assertEquals(0, Calls.of("checksubtoken", token, "-c", own).exitCode());
        assertEquals(1, Calls.of("checksubtoken", token, "-c", file).exitCode());
    }

    @Test
    void theKindsAreNotMixed() {
        String connection = Calls.of("gentoken", "-c", file, "-u", "42", "-q").out();
        String subscription =
                Calls.of("gensubtoken", "-c", file, "-u", "42", "-s", "a", "-q").out();

        assertEquals(1, Calls.of("checksubtoken", connection, "-c", file).exitCode());
        assertEquals(1, Calls.of("checktoken", subscription, "-c", file).exitCode());
    }

    @Test
    void aCustomClaimHoldsTheUser() throws IOException {
        String own =
                file("own.json", "{\"client\":{\"token\":{\"hmac_secret_key\":\"secret\",\"user_id_claim\":\"uid\"}}}");

        Calls checked = Calls.of(
                "checktoken", Calls.of("gentoken", "-c", own, "-u", "42", "-q").out(), "-c", own);

        assertTrue(checked.out().startsWith("valid token for user 42\n"), checked.out() + checked.err());
        assertTrue(checked.out().contains("\"uid\":\"42\""), checked.out());
    }

    @Test
    void anythingElseIsNoToken() {
        for (String text : new String[] {"x", "a.b.c", "..", "e30.e30.e30"}) {
            assertEquals(1, Calls.of("checktoken", text, "-c", file).exitCode(), text);
            assertEquals(1, Calls.of("checksubtoken", text, "-c", file).exitCode(), text);
        }
    }

    @Test
    void aChannelIsNeededForASubscriptionToken() {
        Calls call = Calls.of("gensubtoken", "-c", file, "-u", "42");

        assertEquals(2, call.exitCode());
        assertTrue(call.err().startsWith("--channel: not given"), call.err());
    }

    @Test
    void withoutAKeyNothingIsMadeOrChecked() throws IOException {
        String empty = file("empty.json", "{}");

        assertEquals(1, Calls.of("gentoken", "-c", empty).exitCode());
        assertEquals(1, Calls.of("gensubtoken", "-c", empty, "-s", "a").exitCode());
        assertEquals(1, Calls.of("checktoken", "x", "-c", empty).exitCode());
        assertEquals(1, Calls.of("checksubtoken", "x", "-c", empty).exitCode());
        assertEquals(
                1,
                Calls.of("gentoken", "-c", folder.resolve("missing.json").toString())
                        .exitCode());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
