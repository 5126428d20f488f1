package io.spindle.gateway.delivery;

import io.spindle.gateway.client.Closed;
import java.util.function.Consumer;

/** How clients reach a gateway: a transport, and an encoding on it. */
interface Way {
    /**
     * Opens a connection.
     *
     * @param heard told each message as it comes, one after another
     * @param ended told once how it ended
     */
    Link open(Consumer<Heard> heard, Consumer<Closed> ended);

    /** An open connection. */
    interface Link {
        /** Sends requests together, the first alone; waits until they are on their way, unless the connection has ended. */
        void send(Request... requests);

        /** Breaks the connection without a word. */
        void cut();

        /** Ends the connection properly. */
        void close();
    }
}
