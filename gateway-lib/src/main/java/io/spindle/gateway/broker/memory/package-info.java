/** The broker of a gateway that stands alone. */
@NullMarked
package io.spindle.gateway.broker.memory;

import org.jspecify.annotations.NullMarked;
