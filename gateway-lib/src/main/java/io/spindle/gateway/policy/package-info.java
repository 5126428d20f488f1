/** What clients may do in which channel: the built-in policy, and policies from plugin jars. */
@NullMarked
package io.spindle.gateway.policy;

import org.jspecify.annotations.NullMarked;
