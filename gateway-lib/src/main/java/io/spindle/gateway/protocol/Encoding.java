package io.spindle.gateway.protocol;

/** How messages are encoded on a connection. */
public enum Encoding {
    /** One JSON object a line, in text frames. */
    JSON,
    /** Length-prefixed Protobuf records, in binary frames. */
    PROTOBUF
}
