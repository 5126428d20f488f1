/** Who is connecting: connection tokens, checked and issued. The only package that knows Nimbus. */
@NullMarked
package io.spindle.gateway.auth;

import org.jspecify.annotations.NullMarked;
