package io.spindle.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Overrides;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection token subscribes its bearer to. */
class ServerSubscriptionClaimsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final ServerSubscription PLAIN = ServerSubscription.PLAIN.withRenewal();

    private final JwtAuthenticator authenticator = JwtAuthenticator.hmac(SECRET);

    private Outcome connect(String claims) {
        return Outcome.ofConnect(authenticator, SignedToken.hs256(SECRET, claims));
    }

    private Map<String, ServerSubscription> subscriptions(String claims) {
        return connect(claims).accepted().subscriptions();
    }

    private ServerSubscription withOptions(String options) {
        return subscriptions("{\"subs\":{\"news\":" + options + "}}").get("news");
    }

    private Overrides overrides(String override) {
        return withOptions("{\"override\":" + override + "}").overrides();
    }

    @Test
    void channelsArePlainSubscriptions() {
        assertEquals(
                Map.of("news", PLAIN, "chat:1", PLAIN), subscriptions("{\"channels\":[\"news\",\"chat:1\",\"news\"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"channels\":[]}", "{\"channels\":null,\"subs\":null}", "{\"subs\":{}}"})
    void withoutThemThereAreNone(String claims) {
        assertEquals(Map.of(), subscriptions(claims));
    }

    @Test
    void subsHideChannelsUnlessTheyAreEmpty() {
        assertEquals(Map.of("news", PLAIN), subscriptions("{\"channels\":[\"chat\"],\"subs\":{\"news\":{}}}"));
        assertEquals(Map.of("chat", PLAIN), subscriptions("{\"subs\":{},\"channels\":[\"chat\"]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"info\":null,\"data\":null,\"override\":null}",
                "{\"b64info\":\"\",\"b64data\":\"\",\"override\":{}}",
                "{\"override\":{\"presence\":null,\"recover\":{\"value\":true}},\"delta\":\"fossil\"}"
            })
    void anEntryWithoutOptionsIsPlain(String options) {
        assertEquals(PLAIN, withOptions(options));
    }

    @Test
    void infoAndDataAreKeptAsTheyStandInTheToken() {
        ServerSubscription subscription = withOptions("{ \"info\" : { \"a\" : 1.0 } , \"data\" : [1,  2] }");

        assertEquals(Optional.of(Payload.json("{ \"a\" : 1.0 }")), subscription.channelInfo());
        assertEquals(Optional.of(Payload.json("[1,  2]")), subscription.data());
    }

    @Test
    void base64Wins() {
        String info = Base64.getEncoder().encodeToString("{\"b\":2}".getBytes(UTF_8));
        ServerSubscription subscription = withOptions(
                "{\"b64info\":\"" + info + "\",\"info\":{\"a\":1},\"data\":{\"a\":1},\"b64data\":\"AP8=\"}");

        assertEquals(Optional.of(Payload.json("{\"b\":2}")), subscription.channelInfo());
        assertEquals(Optional.of(Payload.binary(new byte[] {0, (byte) 0xFF})), subscription.data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b64info", "b64data"})
    void badBase64InSubsIsInvalid(String claim) {
        for (String base64 : new String[] {"!", "AAAAA", "AP8", "a b=", "_-8="}) {
            connect("{\"subs\":{\"news\":{\"" + claim + "\":\"" + base64 + "\"}}}")
                    .invalid();
        }
    }

    @Test
    void badBase64InSubsBeatsBadBase64OfTheConnection() {
        connect("{\"b64info\":\"!\",\"subs\":{\"news\":{\"b64info\":\"!\"}}}").invalid();
        connect("{\"b64info\":\"!\",\"subs\":{\"news\":{}}}").refused(ErrorCode.INTERNAL);
        connect("{\"b64info\":\"!\",\"subs\":{\"news\":{\"b64info\":\"!\"}},\"exp\":1}")
                .refused(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void eachOverrideMayBeOnOrOff() {
        Optional<Boolean> none = Optional.empty();
        Optional<Boolean> on = Optional.of(true);
        Optional<Boolean> off = Optional.of(false);

        assertEquals(new Overrides(on, none, none, none, none), overrides("{\"presence\":{\"value\":true}}"));
        assertEquals(new Overrides(none, off, none, none, none), overrides("{\"join_leave\":{\"value\":false}}"));
        assertEquals(
                new Overrides(none, none, on, none, none), overrides("{\"force_push_join_leave\":{\"value\":true}}"));
        assertEquals(new Overrides(none, none, none, on, none), overrides("{\"force_recovery\":{\"value\":true}}"));
        assertEquals(new Overrides(none, none, none, none, on), overrides("{\"force_positioning\":{\"value\":true}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":null}", "{\"Value\":true}"})
    void anOverrideWithoutValueIsOff(String override) {
        assertEquals(
                Optional.of(false), overrides("{\"presence\":" + override + "}").presence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channels\":\"news\"}",
                "{\"channels\":{}}",
                "{\"channels\":[1]}",
                "{\"channels\":[null]}",
                "{\"channels\":[\"\"]}",
                "{\"subs\":[\"news\"]}",
                "{\"subs\":\"news\"}",
                "{\"subs\":{\"news\":true}}",
                "{\"subs\":{\"news\":[]}}",
                "{\"subs\":{\"\":{}}}",
                "{\"subs\":{\"news\":{},\"news\":{}}}",
                "{\"subs\":{\"news\":{\"info\":1,\"info\":2}}}",
                "{\"subs\":{\"news\":{\"b64info\":1}}}",
                "{\"subs\":{\"news\":{\"override\":true}}}",
                "{\"subs\":{\"news\":{\"override\":{\"presence\":true}}}}",
                "{\"subs\":{\"news\":{\"override\":{\"presence\":{\"value\":1}}}}}",
                "{\"subs\":{\"news\":{\"override\":{\"presence\":{\"value\":\"true\"}}}}}",
                "{\"meta\":\"x\"}",
                "{\"meta\":[]}"
            })
    void aClaimOfTheWrongTypeIsInvalid(String claims) {
        connect(claims).invalid();
        Outcome.ofRefresh(authenticator, SignedToken.hs256(SECRET, claims)).invalid();
    }

    @Test
    void metaIsKeptAsItStandsInTheToken() {
        assertEquals(
                Optional.of(Payload.json("{ \"plan\" : \"gold\" }")),
                connect("{\"meta\": { \"plan\" : \"gold\" } }").accepted().meta());
        assertEquals(Optional.empty(), connect("{\"meta\":null}").accepted().meta());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"data\":{}", "\"b64data\":7", "\"override\":7", "\"client\":7"})
    void claimsOfSubscriptionTokensMeanNothing(String claim) {
        assertEquals(
                Optional.empty(),
                connect("{\"sub\":\"alice\"," + claim + "}").accepted().data());
    }

    @Test
    void aRefreshSaysWhatTheNewTokenSays() {
        String claims =
                "{\"sub\":\"alice\",\"info\":{\"name\":\"A\"},\"meta\":{\"v\":2},\"subs\":{\"news\":{\"data\":1}}}";

        assertEquals(
                connect(claims).accepted(),
                Outcome.ofRefresh(authenticator, SignedToken.hs256(SECRET, claims))
                        .accepted());
    }
}
