/** The runtime of workers: owns their queues, feeds a handler in order, and acknowledges. */
@NullMarked
package io.spindle.gateway.worker;

import org.jspecify.annotations.NullMarked;
