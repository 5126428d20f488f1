/** The worker's side: code that handles the events of the channels it owns. */
@NullMarked
package io.spindle.gateway.api.worker;

import org.jspecify.annotations.NullMarked;
