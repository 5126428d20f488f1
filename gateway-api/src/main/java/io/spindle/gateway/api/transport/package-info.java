/** The way of an event to its worker. */
@NullMarked
package io.spindle.gateway.api.transport;

import org.jspecify.annotations.NullMarked;
