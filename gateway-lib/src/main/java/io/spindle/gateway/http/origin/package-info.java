/** Which web pages may connect: a browser's {@code Origin} against the server's own host and the allowed patterns. */
@NullMarked
package io.spindle.gateway.http.origin;

import org.jspecify.annotations.NullMarked;
