/** The client protocol in JSON: one object a line. Reads with Jackson's streaming parser, writes bytes straight. */
@NullMarked
package io.spindle.gateway.protocol.json;

import org.jspecify.annotations.NullMarked;
