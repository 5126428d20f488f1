package io.spindle.gateway.client;

import java.util.Set;

/** A client of either encoding, for tests of what must not depend on it. */
public interface ProtocolClient {
    /** Connects with a token, or, if that is empty, without one. Returns the error's code, 0 if there is none. */
    int connect(String token);

    /** The id that the connect reply told. */
    String clientId();

    /** Returns the error's code, 0 if there is none; so do the next two. */
    int subscribe(String channel);

    int unsubscribe(String channel);

    /** Publishes the text of a JSON value. */
    int publish(String channel, String data);

    /** Ids of the clients that presence shows. */
    Set<String> presence(String channel);

    ChannelPush awaitPush(String channel);

    /** Whether a push of that channel has come and was not taken out. Meaningful after the reply to a later command. */
    boolean hasPush(String channel);

    Closed expectClose(int code);

    RawClient raw();

    default boolean isOpen() {
        return raw().isOpen();
    }

    default void close() {
        raw().close();
    }
}
