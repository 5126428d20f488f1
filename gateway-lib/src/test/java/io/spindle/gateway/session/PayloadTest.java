package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data travels as it was written, whatever the encodings of those who send and receive it. */
class PayloadTest {
    private static final String AWKWARD = "{ \"z\" : 1.0e+5,\t\"a\":[ 12345678901234567890123, -0 ] ,"
            + "\"t\":\"<&> \\u2028 \\n \\/ ü 😀\", \"z\":null }";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @ParameterizedTest
    @ValueSource(
            strings = {AWKWARD, "null", "\"text\"", "0", "-1.50", "[]", "{}", "true", "\"\"", "\"\\ud800\"", "[ 1 ,2]"})
    @Proves("T19")
    void dataOfAJsonClientArrivesByteForByte(String data) {
        String channel = "json-" + data.hashCode();
        JsonClient json = gateway.connect("json");
        ProtobufClient protobuf = gateway.connectProtobuf("protobuf");
        json.subscribe(channel);
        protobuf.subscribe(channel);

        assertEquals(0, json.publish(channel, data).errorCode());

        assertTrue(json.awaitPublication(channel).text().contains("\"pub\":{\"data\":" + data + ",\"info\":"));
        assertEquals(
                ByteString.copyFromUtf8(data),
                protobuf.awaitPublication(channel).getPub().getData());
    }

    @ParameterizedTest
    @ValueSource(strings = {AWKWARD, "  {\"a\":1}  ", "12", "\"\\u0000\""})
    @Proves("T19")
    void jsonOfAProtobufClientArrivesByteForByte(String data) {
        String channel = "protobuf-" + data.hashCode();
        JsonClient json = gateway.connect("json");
        ProtobufClient protobuf = gateway.connectProtobuf("protobuf");
        json.subscribe(channel);
        protobuf.subscribe(channel);

        assertEquals(
                0,
                protobuf.publish(channel, data.getBytes(StandardCharsets.UTF_8))
                        .getError()
                        .getCode());

        assertTrue(json.awaitPublication(channel).text().contains("\"data\":" + data));
        assertEquals(
                ByteString.copyFromUtf8(data),
                protobuf.awaitPublication(channel).getPub().getData());
    }

    @Test
    @Proves("T18")
    void rawNewlinesAreTakenOutForJsonClientsBecauseTheySeparateMessages() {
        JsonClient json = gateway.connect("json");
        ProtobufClient protobuf = gateway.connectProtobuf("protobuf");
        json.subscribe("newlines");
        protobuf.subscribe("newlines");
        String data = "{\r\n  \"a\": 1,\n\n  \"b\": \"\\n\"\n}";

        protobuf.publish("newlines", data.getBytes(StandardCharsets.UTF_8));

        String line = json.awaitPublication("newlines").text();
        assertTrue(line.contains("\"data\":{\r  \"a\": 1,  \"b\": \"\\n\"},\"info\""), line);
        assertEquals(
                data, protobuf.awaitPublication("newlines").getPub().getData().toStringUtf8());
    }

    @Test
    void dataOfTheHostArrivesByteForByteAndNamesNoPublisher() {
        JsonClient json = gateway.connect("json");
        json.subscribe("host");

        gateway.gateway().publish("host", Payload.json(AWKWARD));

        assertEquals(
                "{\"push\":{\"channel\":\"host\",\"pub\":{\"data\":" + AWKWARD + "}}}",
                json.awaitPublication("host").text());
    }

    @Test
    void largeDataArrivesWhole() {
        JsonClient json = gateway.connect("json");
        ProtobufClient protobuf = gateway.connectProtobuf("protobuf");
        json.subscribe("large");
        protobuf.subscribe("large");
        String data = "\"" + "ü".repeat(32_000) + "\"";

        assertEquals(0, json.publish("large", data).errorCode());

        assertTrue(json.awaitPublication("large").text().contains(data));
        assertEquals(data, protobuf.awaitPublication("large").getPub().getData().toStringUtf8());
    }
}
