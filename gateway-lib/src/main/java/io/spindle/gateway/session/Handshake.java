package io.spindle.gateway.session;

import java.util.List;
import java.util.Map;

/**
 * What the transport's HTTP request said.
 *
 * @param kind what it asked for
 * @param headers by lower-case name
 * @param framePings whether the client asked for WebSocket pings instead of the protocol's ({@code
 *     cf_ws_frame_ping_pong=true})
 */
public record Handshake(ConnectionKind kind, Map<String, List<String>> headers, boolean framePings) {}
