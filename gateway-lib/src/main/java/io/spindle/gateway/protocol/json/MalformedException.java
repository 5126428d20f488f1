package io.spindle.gateway.protocol.json;

import java.io.IOException;

/** Well-formed JSON that is no command: a wrong type, a number out of range, a field that comes twice. */
public final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param what names the rule, never the client's data */
    public MalformedException(String what) {
        super(what);
    }

    /** Costs nothing: it only carries the refusal to the frame's reader, a few calls up. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
