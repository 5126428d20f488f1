/** Events on their way to workers: their wire format, and the order in which they leave. */
@NullMarked
package io.spindle.gateway.transport;

import org.jspecify.annotations.NullMarked;
