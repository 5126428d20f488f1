/** The client protocol in Protobuf: length-prefixed records. Field numbers stand where a field is read or written. */
@NullMarked
package io.spindle.gateway.protocol.protobuf;

import org.jspecify.annotations.NullMarked;
