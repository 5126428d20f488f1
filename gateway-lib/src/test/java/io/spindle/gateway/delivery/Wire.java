package io.spindle.gateway.delivery;

import java.util.List;

/** An encoding of the client protocol. Stateless. */
interface Wire {
    boolean isText();

    /** Requests in one frame. */
    byte[] frame(Request... requests);

    /** What takes a frame to a connection beside it. */
    byte[] emulation(Heard.Emulated to, byte[] frame);

    /** One message; none if it is of no interest here. */
    List<Heard> message(byte[] bytes);

    /** The messages of a frame, in order. */
    List<Heard> messages(byte[] frame);
}
