/** The way of events to workers of this process. */
@NullMarked
package io.spindle.gateway.transport.memory;

import org.jspecify.annotations.NullMarked;
