package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.http.api.BackEnd.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the server API, and what is said to requests that are none. */
class ApiAccessTest {
    private static final String INFO = "/api/info";
    private static final String KEY_IN_QUERY = "?api_key=" + BackEnd.KEY.replace(" ", "%20");

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    @RegisterExtension
    static final GatewayExtension keyless = new GatewayExtension(
            builder -> builder.channelPolicy(new ApiChannels()).serverApi(true));

    @RegisterExtension
    static final GatewayExtension insecure = new GatewayExtension(
            builder -> builder.channelPolicy(new ApiChannels()).serverApi(true).serverApiInsecure(true));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);

    @Test
    @Proves("A1")
    void withoutTheKeyNobodyIsLetIn() {
        Answer answer = backEnd.send("POST", INFO, "{}");

        assertEquals(401, answer.status());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @Proves("A1")
    @CsvSource({
        "X-API-Key,the key of tests,200",
        "X-API-Key,the key of test,401",
        "X-API-Key,the key of tests2,401",
        "Authorization,apikey the key of tests,200",
        "Authorization,APIKEY the key of tests,200",
        "Authorization,apikey another,401",
        "Authorization,Bearer the key of tests,401",
        "Authorization,the key of tests,401"
    })
    void theKeyStandsInEitherHeader(String name, String value, int status) {
        assertEquals(status, backEnd.send("POST", INFO, "{}", name, value).status());
    }

    @Test
    @Proves("A1")
    void theKeyStandsInTheQuery() {
        assertEquals(200, backEnd.send("POST", INFO + KEY_IN_QUERY, "{}").status());
        assertEquals(401, backEnd.send("POST", INFO + "?api_key=wrong", "{}").status());
        assertEquals(401, backEnd.send("POST", INFO + "?api_key=%ff%fe", "{}").status());
    }

    @Test
    void aWrongHeaderHidesTheOtherHeaderButNotTheQuery() {
        assertEquals(
                401,
                backEnd.send("POST", INFO, "{}", "X-API-Key", "wrong", "Authorization", "apikey " + BackEnd.KEY)
                        .status());
        assertEquals(
                200,
                backEnd.send("POST", INFO + KEY_IN_QUERY, "{}", "X-API-Key", "wrong")
                        .status());
        assertEquals(
                200,
                backEnd.send("POST", INFO + KEY_IN_QUERY, "{}", "Authorization", "apikey wrong")
                        .status());
    }

    @Test
    void whereNoKeyIsSetEverybodyIsRefused() {
        BackEnd other = new BackEnd(keyless::gateway);

        assertEquals(401, other.send("POST", INFO, "{}").status());
        assertEquals(401, other.send("POST", INFO, "{}", "X-API-Key", "").status());
        assertEquals(401, other.send("POST", INFO + "?api_key=", "{}").status());
    }

    @Test
    void whereItIsInsecureNobodyIsAsked() {
        BackEnd other = new BackEnd(insecure::gateway);

        assertEquals(200, other.send("POST", INFO, "{}").status());
        assertEquals(200, other.send("POST", INFO, "{}", "X-API-Key", "wrong").status());
    }

    @ParameterizedTest
    @Proves("A2")
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
    void onlyPostIsAnswered(String verb) {
        for (String path : new String[] {"/api", "/api/publish"}) {
            Answer answer = backEnd.send(verb, path, "");

            assertEquals(405, answer.status(), "before the key is looked at");
            assertEquals("", answer.body());
        }
    }

    @ParameterizedTest
    @Proves("A2")
    @ValueSource(strings = {"/api/nope", "/api/publish/", "/api/", "/api/connections", "/api/Publish", "/api//publish"})
    void anUnknownMethodIsNotThere(String path) {
        assertEquals(404, backEnd.send("POST", path, "{}").status(), "before the key is looked at");
        assertEquals(404, backEnd.send("GET", path, "").status());
    }

    @ParameterizedTest
    @Proves("A2")
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "[]",
                "1",
                "{}{}",
                "{} x",
                "{\"channel\":1}",
                "{\"channel\":[\"a\"]}",
                "{\"channel\":\"a\",\"channel\":\"b\"}",
                "{\"channel\":\"plain:a\",\"data\":}",
                "{\"channel\":\"plain:a\",\"data\":{\"a\":1}",
                "{\"channel\":\"plain:a\",\"data\":01}",
                "{\"skip_history\":\"true\"}",
                "{\"tags\":{\"a\":1}}",
                "{\"tags\":[]}",
                "{\"version\":-1}",
                "{\"version\":18446744073709551616}",
                "{\"b64data\":7}",
                "{\"idempotency_key\":{}}"
            })
    void aBodyThatCannotBeReadIsABadRequest(String body) {
        Answer answer = backEnd.ask("publish", body);

        assertEquals(400, answer.status());
        assertEquals("Bad Request\n", answer.body());
        assertTrue(answer.contentType().startsWith("text/plain"), answer.contentType());
    }

    @Test
    void theKeyIsLookedAtBeforeTheBody() {
        assertEquals(401, backEnd.send("POST", "/api/publish", "nonsense").status());
    }

    @Test
    void fieldsThatNobodyKnowsAndNullAreIgnored() {
        assertEquals(
                "{}",
                backEnd.result(
                                "publish",
                                "{\"channel\":\"plain:a\",\"data\":1,\"later\":{\"a\":[1]},\"tags\":null,\"delta\":null}")
                        .toString());
    }

    @Test
    void theContentTypeDoesNotCount() {
        Answer answer = backEnd.ask("publish", "{\"channel\":\"plain:a\",\"data\":1}", "Content-Type", "text/html");

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.contentType());
    }
}
