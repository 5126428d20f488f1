package io.spindle.gateway.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.http.Endpoint;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI description says what the server API does, no more and no less. */
class OpenApiTest {
    private static final int MAX_BODY_BYTES = 1_000;

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder ->
            builder.channelPolicy(new ApiChannels()).apiKey(BackEnd.KEY).serverApi(true));

    @RegisterExtension
    static final GatewayExtension elsewhere = new GatewayExtension(builder -> builder.apiKey(BackEnd.KEY)
            .serverApi(true)
            .path(Endpoint.API, "/internal/v1/")
            .maxRequestBodyBytes(Endpoint.API, MAX_BODY_BYTES));

    private final BackEnd backEnd = new BackEnd(gateway::gateway);
    private final Set<String> asked = new TreeSet<>();
    private Description description;

    @BeforeEach
    void read() {
        BackEnd.Answer answer = backEnd.send("GET", "/api/openapi.json", "");
        assertEquals(200, answer.status(), "without a key");
        assertEquals("application/json", answer.contentType());
        description = new Description(answer.json());
        assertEquals(405, backEnd.send("POST", "/api/openapi.json", "{}").status());
    }

    @Test
    void everyMethodIsDescribedAndEveryDescribedMethodIsThere() {
        Set<String> served = new TreeSet<>(ApiMethods.names());
        served.addAll(Set.of("batch", "openapi.json"));

        assertEquals(served, description.methods());
        for (String method : served) {
            assertNotEquals(404, backEnd.send("POST", "/api/" + method, "{}").status(), method);
        }
    }

    @Test
    void theDocumentNamesThePrefixThatIsSet() {
        assertEquals("/api", description.document().at("/servers/0/url").asText());
        assertEquals("3.1.0", description.document().path("openapi").asText());
        BackEnd other = new BackEnd(elsewhere::gateway);
        assertEquals(
                "/internal/v1",
                other.send("GET", "/internal/v1/openapi.json", "")
                        .json()
                        .at("/servers/0/url")
                        .asText());
        assertEquals(
                200,
                other.send("POST", "/internal/v1/info", "{}", "X-API-Key", BackEnd.KEY)
                        .status());
        assertEquals(
                404,
                other.send("POST", "/api/info", "{}", "X-API-Key", BackEnd.KEY).status());
    }

    /** In their order: what earlier ones do shows in the answers to later ones. */
    @Test
    void requestsAndAnswersOfASessionAreAsTheyAreDescribed() {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("kept:session");
        alice.publish("kept:session", "{\"by\":\"alice\"}");

        ask("publish", "{\"channel\":\"kept:session\",\"data\":{\"x\":1},\"tags\":{\"a\":\"b\"},\"version\":3}");
        ask("publish", "{\"channel\":\"kept:bytes\",\"b64data\":\"/w==\",\"idempotency_key\":\"k\"}");
        ask("publish", "{\"channel\":\"plain:session\",\"data\":null,\"skip_history\":true,\"delta\":true}");
        ask("publish", "{\"channel\":\"nope:a\",\"data\":1}");
        ask("publish", "{\"channel\":\"plain:session\"}");
        ask("broadcast", "{\"channels\":[\"kept:session\",\"plain:session\",\"nope:a\",\"\"],\"data\":1}");
        ask("presence", "{\"channel\":\"kept:session\"}");
        ask("presence", "{\"channel\":\"plain:session\"}");
        ask("presence_stats", "{\"channel\":\"kept:session\"}");
        ask("history", "{\"channel\":\"kept:session\",\"limit\":-1}");
        ask("history", "{\"channel\":\"kept:bytes\",\"limit\":-1}");
        ask("history", "{\"channel\":\"kept:session\",\"since\":{\"offset\":1,\"epoch\":\"x\"},\"reverse\":true}");
        ask("channels", "{\"pattern\":\"kept:*\"}");
        ask("info", "{}");
        ask("subscribe", """
                {"user":"alice","channel":"kept:more","info":{"a":1},"data":[1],"expire_at":0,
                 "recover_since":{"offset":0,"epoch":""},"override":{"presence":{"value":true}}}""");
        ask("unsubscribe", "{\"user\":\"alice\",\"channel\":\"kept:more\"}");
        ask("refresh", "{\"user\":\"alice\",\"expire_at\":4102444800,\"info\":{\"b\":2}}");
        ask("batch", """
                {"commands":[{"publish":{"channel":"kept:session","data":1}},{"info":{}},{"presence_stats":
                {"channel":"kept:session"}},{"history":{"channel":"kept:session","limit":1}},{"channels":{}},
                {"rpc":{"method":"any"}},{"refresh":{"user":"nobody"}},{}],"parallel":true}""");
        ask("history_remove", "{\"channel\":\"kept:session\"}");
        ask("rpc", "{\"method\":\"any\",\"params\":[1]}");
        ask(
                "disconnect",
                "{\"user\":\"alice\",\"whitelist\":[\"x\"],\"disconnect\":{\"code\":4501,\"reason\":\"bye\"}}");
        alice.expectClose(4501);
        Stream.of("map_publish", "map_remove", "map_read_state", "map_read_stream", "map_stats", "map_clear")
                .forEach(method -> ask(method, "{}"));
        ask("shared_poll_publish", "{}");
        assertEquals(Set.of(), unasked());
    }

    private Set<String> unasked() {
        Set<String> unasked = new TreeSet<>(description.methods());
        unasked.removeAll(asked);
        unasked.remove("openapi.json");
        return unasked;
    }

    /** With both error modes. */
    private void ask(String method, String body) {
        asked.add(method);
        description.assertRequest(method, BackEnd.json(body));
        description.assertAnswer(method, backEnd.ask(method, body));
        description.assertAnswer(method, backEnd.ask(method, body, "X-Centrifugo-Error-Mode", "transport"));
    }

    @Test
    void refusalsAreDescribedToo() {
        for (String method : ApiMethods.names()) {
            description.assertAnswer(method, backEnd.ask(method, "nonsense"));
            description.assertAnswer(method, backEnd.send("POST", "/api/" + method, "{}"));
            description.assertAnswer(
                    method,
                    new BackEnd(elsewhere::gateway)
                            .send(
                                    "POST",
                                    "/internal/v1/" + method,
                                    " ".repeat(MAX_BODY_BYTES + 1),
                                    "X-API-Key",
                                    BackEnd.KEY));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publish  | {\"result\":{\"offset\":\"1\"}}",
                "publish  | {\"result\":{\"position\":1}}",
                "publish  | {\"result\":{},\"error\":{\"code\":100,\"message\":\"internal server error\"}}",
                "presence | {\"result\":{}}",
                "history  | {\"result\":{\"publications\":null,\"epoch\":\"\",\"offset\":0}}",
                "batch    | {\"result\":{\"replies\":[]}}",
                "rpc      | {\"result\":{}}"
            })
    void anAnswerOfAnotherShapeWouldBeNoticed(String method, String body) {
        assertThrows(
                AssertionError.class,
                () -> description.assertAnswer(method, new BackEnd.Answer(200, "application/json", body)));
    }

    /** Each schema is one itself, and each reference leads somewhere. */
    @Test
    void theSchemasAreSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema metaSchema = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        JsonNode schemas = description.document().at("/components/schemas");
        schemas.properties()
                .forEach(schema -> assertEquals(
                        0,
                        metaSchema
                                .validate(schema.getValue().toString(), InputFormat.JSON)
                                .size(),
                        schema.getKey()));
        description
                .document()
                .findValues("$ref")
                .forEach(reference -> assertEquals(
                        false,
                        description
                                .document()
                                .at(reference.asText().substring(1))
                                .isMissingNode(),
                        reference.asText()));
    }
}
