/** The gateway and its builder: the only place that wires the other packages together. */
@NullMarked
package io.spindle.gateway;

import org.jspecify.annotations.NullMarked;
