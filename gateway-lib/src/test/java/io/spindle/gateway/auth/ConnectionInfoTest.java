package io.spindle.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionInfoTest {
    private static final String SECRET = "secret";

    private final JwtAuthenticator authenticator = JwtAuthenticator.hmac(SECRET);

    private Outcome connect(String claims) {
        return Outcome.ofConnect(authenticator, SignedToken.hs256(SECRET, claims));
    }

    private Accepted withBase64(byte[] info) {
        return connect("{\"b64info\":\"" + Base64.getEncoder().encodeToString(info) + "\"}")
                .accepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[ 1 , 2 ]",
                "\"text \\u00e9 é 😀\"",
                "\"\"",
                "0",
                "-0.0",
                "1e5",
                "12345678901234567890123.4567890123456789000",
                "true",
                "false",
                "{ \"n\" : 10000000000000000000001,\t\"a\":{\"b\":[ { } ,null] }\n}",
                "{\"a\":1,\"a\":2}"
            })
    void infoIsKeptAsItStandsInTheToken(String info) {
        Payload expected = Payload.json(info);

        assertEquals(
                Optional.of(expected),
                connect("{\"info\":" + info + "}").accepted().info());
        assertEquals(
                Optional.of(expected),
                connect("{ \"sub\" : \"é\" , \"info\" :  " + info + "  , \"exp\" : 99999999999 }")
                        .accepted()
                        .info());
    }

    @Test
    void withoutInfoThereIsNone() {
        assertEquals(Optional.empty(), connect("{\"sub\":\"a\"}").accepted().info());
        assertEquals(Optional.empty(), connect("{\"info\":null}").accepted().info());
        assertEquals(
                Optional.empty(),
                connect("{\"meta\":{\"info\":{\"name\":\"x\"}}}").accepted().info());
    }

    @Test
    void nameInTheInfoIsTheUsersName() {
        assertEquals(
                Optional.of("Alice"),
                connect("{\"info\":{\"age\":7,\"name\":\"Alice\"}}").accepted().userName());
        assertEquals(
                Optional.of("B"),
                connect("{\"info\":{\"name\":\"A\",\"name\":\"B\"}}").accepted().userName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":7}",
                "{\"name\":null}",
                "{\"name\":{\"name\":\"x\"}}",
                "{\"name\":\"\"}",
                "{\"name\":\" \"}",
                "{\"Name\":\"x\"}",
                "{\"user\":{\"name\":\"x\"}}",
                "[\"name\",\"x\"]",
                "\"name\"",
                "{}"
            })
    void withoutAStringOfThatNameTheUserHasNone(String info) {
        assertEquals(
                Optional.empty(), connect("{\"info\":" + info + "}").accepted().userName());
    }

    @Test
    void base64InfoWins() {
        String base64 = Base64.getEncoder().encodeToString("{\"name\":\"Bob\"}".getBytes(UTF_8));

        Accepted accepted = connect("{\"info\":{\"name\":\"Alice\"},\"b64info\":\"" + base64 + "\"}")
                .accepted();

        assertEquals(Optional.of(Payload.json("{\"name\":\"Bob\"}")), accepted.info());
        assertEquals(Optional.of("Bob"), accepted.userName());
    }

    @Test
    void base64InfoIsBinaryUnlessItIsJson() {
        byte[] binary = {0, (byte) 0xFF, '{'};
        byte[] notUtf8 = {'"', (byte) 0xC3, '"'};

        assertEquals(Optional.of(Payload.binary(binary)), withBase64(binary).info());
        assertEquals(Optional.of(Payload.binary(notUtf8)), withBase64(notUtf8).info());
        assertEquals(
                Optional.of(Payload.binary("{} {}".getBytes(UTF_8))),
                withBase64("{} {}".getBytes(UTF_8)).info());
        assertEquals(
                Optional.of(Payload.json("[1]")),
                withBase64("[1]".getBytes(UTF_8)).info());
    }

    @Test
    void anEmptyBase64InfoCountsAsAbsent() {
        assertEquals(
                Optional.of(Payload.json("1")),
                connect("{\"info\":1,\"b64info\":\"\"}").accepted().info());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAAA", "a b", "_-8="})
    void badBase64IsAnInternalError(String base64) {
        connect("{\"b64info\":\"" + base64 + "\"}").refused(ErrorCode.INTERNAL);
    }
}
