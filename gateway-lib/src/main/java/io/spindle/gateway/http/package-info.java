/**
 * The gateway's HTTP edge on Jetty: listeners, health, metrics, presence, and the checks before a WebSocket handshake.
 * Nothing below knows Jetty.
 */
@NullMarked
package io.spindle.gateway.http;

import org.jspecify.annotations.NullMarked;
