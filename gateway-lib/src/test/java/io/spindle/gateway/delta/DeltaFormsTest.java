package io.spindle.gateway.delta;

import static io.spindle.gateway.protocol.Encoding.JSON;
import static io.spindle.gateway.protocol.Encoding.PROTOBUF;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Push;
import io.spindle.gateway.protocol.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaFormsTest {
    private static final Payload FIRST = Payload.json(
            "{\"sym\":\"BTC\",\"price\":50000,\"vol\":1200,\"note\":\"the quick brown fox jumps over the lazy dog\"}");
    private static final Payload SECOND = Payload.json(
            "{\"sym\":\"BTC\",\"price\":50001,\"vol\":1200,\"note\":\"the quick brown fox jumps over the lazy dog\"}");

    @Test
    void jsonClientsGetTheTextAsAString() {
        Publication full = forms(FIRST, Optional.empty()).full(JSON);

        assertEquals(
                Payload.json("\"{\\\"sym\\\":\\\"BTC\\\",\\\"price\\\":50000,\\\"vol\\\":1200,\\\"note\\\":"
                        + "\\\"the quick brown fox jumps over the lazy dog\\\"}\""),
                full.data());
        assertFalse(full.delta());
    }

    @Test
    void jsonClientsGetPatchesAsStrings() {
        Publication patch = forms(SECOND, Optional.of(FIRST)).patch(JSON);

        assertEquals(Payload.json("\"1R\\nP@0,1:111@Q,3AAary;\""), patch.data());
        assertTrue(patch.delta());
    }

    @Test
    void protobufClientsGetBytes() {
        DeltaForms forms = forms(SECOND, Optional.of(FIRST));

        assertSame(SECOND, forms.full(PROTOBUF).data());
        assertFalse(forms.full(PROTOBUF).delta());
        assertEquals("1R\nP@0,1:111@Q,3AAary;", forms.patch(PROTOBUF).data().asText());
        assertTrue(forms.patch(PROTOBUF).delta());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void patchThatIsNotShorterIsNone(Encoding encoding) {
        Payload small = Payload.json("{\"a\":1}");
        DeltaForms forms = forms(small, Optional.of(FIRST));

        assertSame(forms.full(encoding), forms.patch(encoding));
        assertFalse(forms.patch(encoding).delta());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void firstPublicationHasNoPatch(Encoding encoding) {
        DeltaForms forms = forms(FIRST, Optional.empty());

        assertSame(forms.full(encoding), forms.patch(encoding));
    }

    @Test
    void everyFormIsMadeOnce() {
        DeltaForms forms = forms(SECOND, Optional.of(FIRST));

        assertSame(forms.full(JSON), forms.full(JSON));
        assertSame(forms.patch(JSON), forms.patch(JSON));
        assertSame(forms.patch(PROTOBUF), forms.patch(PROTOBUF));
    }

    @Test
    void allButTheDataStays() {
        ClientInfo bob = new ClientInfo("bob", "c", Optional.empty(), Optional.empty());
        Publication second = new Publication(SECOND, Optional.of(bob), Map.of("k", "v"), 2, "", false);
        Publication patch = new DeltaForms(second, Optional.of(FIRST)).patch(JSON);

        assertEquals(second.withData(patch.data(), true), patch);
    }

    @Test
    void binaryDataIsLeftAsItIs() {
        Publication binary = new Publication(Payload.binary(new byte[] {1, 2}), Optional.empty());
        DeltaForms forms = new DeltaForms(binary, Optional.of(FIRST));

        assertSame(binary, forms.full(JSON));
        assertSame(binary, forms.patch(JSON));
    }

    @Test
    void previousDataThatIsNoTextGivesNoPatchToJsonClients() {
        byte[] broken = FIRST.toByteArray();
        broken[2] = (byte) 0xFF;

        for (Payload previous : new Payload[] {Payload.json(broken), Payload.binary(FIRST.toByteArray())}) {
            DeltaForms forms = forms(SECOND, Optional.of(previous));

            assertSame(forms.full(JSON), forms.patch(JSON));
            assertTrue(forms.patch(PROTOBUF).delta());
        }
    }

    @Test
    void dataThatIsNoTextIsStillAString() {
        Publication full = forms(Payload.json(new byte[] {'"', (byte) 0xFF, '"'}), Optional.empty())
                .full(JSON);

        assertEquals("\"\uFFFD\"", unquoted(full.data()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"\"",
                "{\n\r\t \"\\\"\":\"\\\\ \\u0000\"\n}",
                "\u0000\u0001\b\f\u001f\u007f",
                "äöü—😀\u2028</script>"
            })
    void stringsHoldTheExactText(String text) {
        Payload full = forms(Payload.json(text), Optional.empty()).full(JSON).data();

        assertEquals(text, unquoted(full));
        assertFalse(full.asText().contains("\n"));
    }

    @Test
    @Proves("D7")
    void aClientThatAppliesWhatItGetsHoldsWhatWasPublished() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String text = Variation.text(random, 100);
            byte[] held = utf8(text);
            for (int round = 0; round < 20; round++) {
                Optional<Payload> previous = Optional.of(Payload.json(text));
                text = random.nextInt(3) == 0 ? Variation.ofText(text, random) : text + Variation.text(random, 3);
                Publication sent =
                        throughTheWire(forms(Payload.json(text), previous).patch(JSON));
                byte[] received = utf8(unquoted(sent.data()));
                held = sent.delta() ? FossilPatch.apply(held, received) : received;

                assertArrayEquals(utf8(text), held, "seed " + seed);
            }
        }
    }

    /** As the codec writes it, where raw newlines would be lost. */
    private static Publication throughTheWire(Publication sent) {
        String push = new String(new JsonCodec().push(new Push.Pub("c", sent)), StandardCharsets.UTF_8);
        String before = "{\"push\":{\"channel\":\"c\",\"pub\":{\"data\":";
        String after = sent.delta() ? ",\"delta\":true}}}" : "}}}";
        assertTrue(push.startsWith(before) && push.endsWith(after), push);
        return sent.withData(
                Payload.json(push.substring(before.length(), push.length() - after.length())), sent.delta());
    }

    private static DeltaForms forms(Payload data, Optional<Payload> previous) {
        return new DeltaForms(new Publication(data, Optional.empty()), previous);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String unquoted(Payload string) {
        try (JsonParser parser = new JsonFactory().createParser(string.toByteArray())) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException notJson) {
            throw new AssertionError(string.asText(), notJson);
        }
    }
}
