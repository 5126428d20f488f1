package io.spindle.gateway.cli.serve;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
import java.io.PrintWriter;

/**
 * The worker of the embedded gateway: prints each event as one line of type, channel, user and text (of a remote call: its
 * method), with tabs between. Calls are answered with no data.
 * Called for several channels at once; a line is one call of the writer, which is safe for that.
 */
final class PrintingHandler implements ChannelHandler {
    private final PrintWriter out;

    PrintingHandler(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void handle(ClientEvent event, EventContext context) {
        out.println(event.match(new Line()));
    }

    /** Also an anonymous client has a user here: the UUID of its connection. */
    private static final class Line implements ClientEvent.Cases<String> {
        @Override
        public String message(ClientEvent.Message event) {
            return of("message", event) + '\t' + oneLine(event.text().orElse(""));
        }

        @Override
        public String join(ClientEvent.Join event) {
            return of("join", event);
        }

        @Override
        public String leave(ClientEvent.Leave event) {
            return of("leave", event);
        }

        @Override
        public String rpc(ClientEvent.Rpc event) {
            return of("rpc", event) + '\t' + oneLine(event.method());
        }

        private static String of(String type, ClientEvent event) {
            return type
                    + '\t'
                    + oneLine(event.channel())
                    + '\t'
                    + oneLine(event.source().userId());
        }

        /** What a client sent must not look like another event, nor move the cursor of a terminal. */
        private static String oneLine(String text) {
            return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\x{80}-\\x{9f}]+", " ");
        }
    }
}
