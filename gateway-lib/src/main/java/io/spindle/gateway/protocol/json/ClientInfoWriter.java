package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.ClientInfo;
import java.util.Optional;

/** Who a client is: inside publications, joins, leaves and presence. */
final class ClientInfoWriter {
    private static final byte[] USER = JsonWriter.name("user");
    private static final byte[] CLIENT = JsonWriter.name("client");
    private static final byte[] CONN_INFO = JsonWriter.name("conn_info");
    private static final byte[] CHAN_INFO = JsonWriter.name("chan_info");

    private ClientInfoWriter() {}

    static void fields(JsonWriter out, ClientInfo info) {
        out.alwaysString(USER, info.user());
        out.alwaysString(CLIENT, info.client());
        out.data(CONN_INFO, info.connInfo());
        out.data(CHAN_INFO, info.chanInfo());
    }

    /** Bytes of application data in it. */
    static int dataBytes(ClientInfo info) {
        return size(info.connInfo()) + size(info.chanInfo());
    }

    private static int size(Optional<Payload> data) {
        return data.isPresent() ? data.get().size() : 0;
    }
}
