package io.spindle.gateway.http;

import org.eclipse.jetty.server.Request;

/** A response that lasts as long as its client stays: unlike others, its connection is not a handshake under way. */
public final class LongResponse {
    private static final String ATTRIBUTE = LongResponse.class.getName();

    private LongResponse() {}

    /** Leaves word who is to be told. */
    static void onBegin(Request request, Runnable told) {
        request.setAttribute(ATTRIBUTE, told);
    }

    /** Tells the listener that the response has begun; nobody, in a server of a host's own. */
    public static void began(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable told) {
            told.run();
        }
    }
}
