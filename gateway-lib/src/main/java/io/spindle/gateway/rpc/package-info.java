/** Remote calls and messages of clients: who answers them, in time and whatever happens. */
@NullMarked
package io.spindle.gateway.rpc;

import org.jspecify.annotations.NullMarked;
