/** Connections over HTTP responses that do not end: HTTP streaming and server-sent events. */
@NullMarked
package io.spindle.gateway.http.stream;

import org.jspecify.annotations.NullMarked;
