/** One client connection: its state, commands in, replies and pushes out. */
@NullMarked
package io.spindle.gateway.session;

import org.jspecify.annotations.NullMarked;
