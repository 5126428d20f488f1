/** What a client may do in a channel, and with which options. */
@NullMarked
package io.spindle.gateway.api.channel;

import org.jspecify.annotations.NullMarked;
