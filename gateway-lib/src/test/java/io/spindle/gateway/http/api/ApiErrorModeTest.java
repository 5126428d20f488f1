package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.http.api.BackEnd.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors are answers, or, if the caller or the gateway's owner wants that, HTTP statuses. */
class ApiErrorModeTest {
    private static final String ERRORS = """
            publish | {"channel":"nope:a","data":1}                                   | 404 | 102 | unknown channel
            rpc     | {"method":"any"}                                                | 404 | 104 | not found
            publish | {"channel":"plain:a"}                                           | 400 | 107 | bad request
            history | {"channel":"plain:a"}                                           | 400 | 108 | not available
            history | {"channel":"kept:a","limit":1,"since":{"offset":1,"epoch":"x"}} | 416 | 112 | unrecoverable position
            """;

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    @RegisterExtension
    static final GatewayExtension statuses = new GatewayExtension(builder -> builder.channelPolicy(new ApiChannels())
            .apiKey(BackEnd.KEY)
            .serverApi(true)
            .serverApiTransportErrors(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @ParameterizedTest
    @Proves("A6")
    @CsvSource(delimiter = '|', textBlock = ERRORS)
    void aCallerThatAsksForItGetsTheStatusAndTheBareError(
            String method, String body, int status, int code, String message) {
        Answer answer = backEnd.ask(method, body, "X-Centrifugo-Error-Mode", "transport");

        assertEquals(status, answer.status());
        assertEquals("{\"code\":" + code + ",\"message\":\"" + message + "\"}", answer.body());
        assertEquals("application/json", answer.contentType());
    }

    @ParameterizedTest
    @Proves("A6")
    @CsvSource(delimiter = '|', textBlock = ERRORS)
    void itMayBeSetForAll(String method, String body, int status, int code, String message) {
        Answer answer = new BackEnd(statuses::gateway).ask(method, body);

        assertEquals(status, answer.status());
        assertEquals("{\"code\":" + code + ",\"message\":\"" + message + "\"}", answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ERRORS)
    void otherwiseErrorsAreAnswers(String method, String body, int status, int code, String message) {
        Answer answer = backEnd.ask(method, body, "X-Centrifugo-Error-Mode", "other");

        assertEquals(200, answer.status());
        assertEquals("{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}", answer.body());
    }

    @Test
    void errorsWithinAnAnswerAreNeverStatuses() {
        BackEnd other = new BackEnd(statuses::gateway);

        assertEquals(
                200,
                other.ask("broadcast", "{\"channels\":[\"nope:a\"],\"data\":1}").status());
        assertEquals(
                200,
                other.ask("batch", "{\"commands\":[{\"publish\":{\"channel\":\"nope:a\"}}]}")
                        .status());
        assertEquals(
                200,
                other.send("POST", "/api", "{\"method\":\"publish\",\"params\":{}}", "X-API-Key", BackEnd.KEY)
                        .status());
    }
}
