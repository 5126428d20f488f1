/** Publications, joins and leaves on their way to every node. */
@NullMarked
package io.spindle.gateway.broker;

import org.jspecify.annotations.NullMarked;
