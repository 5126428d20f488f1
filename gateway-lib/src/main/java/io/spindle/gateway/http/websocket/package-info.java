/** The WebSocket endpoint: upgrades, frames and close codes; knows nothing of what commands mean. */
@NullMarked
package io.spindle.gateway.http.websocket;

import org.jspecify.annotations.NullMarked;
