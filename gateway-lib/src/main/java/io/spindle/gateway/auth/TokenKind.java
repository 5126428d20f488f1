package io.spindle.gateway.auth;

/** What a token is for. The kind decides which claims mean something, not the token. */
enum TokenKind {
    CONNECTION,
    SUBSCRIPTION
}
