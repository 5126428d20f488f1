/** Channel namespaces: options and permissions by the name's first part, and who may connect. */
@NullMarked
package io.spindle.gateway.policy.namespace;

import org.jspecify.annotations.NullMarked;
