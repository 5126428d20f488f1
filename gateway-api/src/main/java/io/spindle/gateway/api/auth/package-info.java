/** Who is connecting: the authenticator and what it answers. */
@NullMarked
package io.spindle.gateway.api.auth;

import org.jspecify.annotations.NullMarked;
