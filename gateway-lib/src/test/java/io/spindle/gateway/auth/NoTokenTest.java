package io.spindle.gateway.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import org.junit.jupiter.api.Test;

class NoTokenTest {
    @Test
    void withoutTokenTheConnectionIsClosedAsABadRequest() {
        JwtAuthenticator authenticator = JwtAuthenticator.hmac("secret");

        Outcome.ofConnect(authenticator, "").disconnected(Disconnect.BAD_REQUEST);
        Outcome.ofRefresh(authenticator, "").disconnected(Disconnect.BAD_REQUEST);
    }

    @Test
    void anonymousClientsAreLetInIfAllowed() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .hmacSecret("secret")
                .allowAnonymous(true)
                .build();

        assertEquals(Accepted.user(""), Outcome.ofConnect(authenticator, "").accepted());
        assertEquals(
                "alice",
                Outcome.ofConnect(authenticator, SignedToken.hs256("secret", "{\"sub\":\"alice\"}"))
                        .accepted()
                        .userId());
    }

    @Test
    void aBadTokenDoesNotMakeItsBearerAnonymous() {
        JwtAuthenticator authenticator = JwtAuthenticator.builder()
                .hmacSecret("secret")
                .allowAnonymous(true)
                .build();

        Outcome.ofConnect(authenticator, SignedToken.hs256("other", "{\"sub\":\"alice\"}"))
                .invalid();
    }

    @Test
    void withoutAnyKeyEveryTokenIsInvalid() {
        JwtAuthenticator authenticator =
                JwtAuthenticator.builder().allowAnonymous(true).build();

        Outcome.ofConnect(authenticator, SignedToken.hs256("secret", "{\"sub\":\"alice\"}"))
                .invalid();
        Outcome.ofConnect(authenticator, SignedToken.hmac("HS256", new byte[64], "{\"sub\":\"alice\"}"))
                .invalid();
    }
}
